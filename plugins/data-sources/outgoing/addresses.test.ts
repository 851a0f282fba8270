import { describe, expect, it } from 'vitest';
import { mayReach, parseNetworks } from './addresses';

const publicOnes = [
  '8.8.8.8',
  '1.1.1.1',
  '2606:4700::1111',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
  '2002:808:808::1',
];
const blocked = {
  loopback: ['127.0.0.1', '127.255.0.9', '::1', '::ffff:127.0.0.1', '::127.0.0.1'],
  private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12::1', 'fec0::1'],
  'link-local': ['169.254.1.1', 'fe80::1', '::ffff:169.254.1.1'],
  metadata: ['169.254.169.254', 'fd00:ec2::254', '100.100.100.200', '192.0.0.192', '168.63.129.16'],
  'carrier-grade NAT': ['100.64.0.1', '100.127.255.255'],
  multicast: ['224.0.0.1', '239.255.255.250', 'ff02::1'],
  unspecified: ['0.0.0.0', '0.1.2.3', '::'],
  'broadcast and reserved': [
    '255.255.255.255',
    '240.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '2001:db8::1',
    '4000::1',
  ],
  'IPv4 in NAT64': ['64:ff9b::7f00:1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::808:808'],
  'IPv4 in 6to4': ['2002:7f00:1::1', '2002:a00:1::', '2002:c0a8:101::1'],
  Teredo: ['2001::1'],
  'no address at all': ['localhost', '', '1.2.3'],
};

describe('the addresses a data source may reach', () => {
  it.each(publicOnes)('%s is public', (address) => expect(mayReach(address, [])).toBe(true));

  for (const [range, addresses] of Object.entries(blocked)) {
    it.each(addresses)(`%s is not (${range})`, (address) => expect(mayReach(address, [])).toBe(false));
  }

  it('reaches a private network that is allowed, and no other', () => {
    const allowed = parseNetworks(['10.20.0.0/16', 'fd12::/16', '192.168.1.5']);
    expect(
      ['10.20.3.4', '::ffff:10.20.3.4', 'fd12::9', '192.168.1.5'].map((each) => mayReach(each, allowed)),
    ).toEqual([true, true, true, true]);
    expect(['10.21.0.1', 'fd13::1', '192.168.1.6'].map((each) => mayReach(each, allowed))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('names the setting when a network makes no sense', () => {
    expect(() => parseNetworks(['10.0.0.0/8', 'home'])).toThrow(/DATA_SOURCE_NETWORKS.*got 'home'/);
  });
});
