import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { YardmasterError } from '@/lib/plugins';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Networks that may be reached although they are not public: what DATA_SOURCE_NETWORKS means, parsed. */
export type Networks = readonly [Address, number][];

/** Parses CIDR texts; a bare address stands for itself. @throws YardmasterError `configuration` naming the setting. */
export function parseNetworks(texts: readonly string[]): Networks {
  return texts.map((text) => {
    if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
    if (ipaddr.isValid(text)) {
      const address = ipaddr.parse(text);
      return [address, address.kind() === 'ipv4' ? 32 : 128];
    }
    throw new YardmasterError(
      'configuration',
      `DATA_SOURCE_NETWORKS: expected networks such as 10.0.0.0/8, separated by commas, got '${text}'.`,
    );
  });
}

// Azure's metadata and DNS host looks like any public address.
const PUBLIC_LOOKING_METADATA = new Set(['168.63.129.16']);
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether a data source may connect to this address. Public unicast addresses may be reached, all else only where
 * `allowed` says so. An IPv4 address inside an IPv6 one (mapped, NAT64, 6to4) is judged as the IPv4 address.
 */
export function mayReach(text: string, allowed: Networks): boolean {
  if (isIP(text) === 0) return false;
  const address = ipaddr.parse(text);
  const inner = embeddedIPv4(address);
  return [address, inner].some((each) => each && isIn(each, allowed)) || isPublic(inner ?? address);
}

function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast') return false;
  if (address instanceof ipaddr.IPv6) return address.match(GLOBAL_UNICAST);
  return !PUBLIC_LOOKING_METADATA.has(address.toString());
}

function isIn(address: Address, networks: Networks): boolean {
  return networks.some(([base, bits]) => address.kind() === base.kind() && address.match(base, bits));
}

function embeddedIPv4(address: Address): ipaddr.IPv4 | undefined {
  if (address instanceof ipaddr.IPv4) return undefined;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  const bytes = address.toByteArray();
  if (address.match(NAT64)) return new ipaddr.IPv4(bytes.slice(12));
  if (address.range() === '6to4') return new ipaddr.IPv4(bytes.slice(2, 6));
  return undefined;
}
