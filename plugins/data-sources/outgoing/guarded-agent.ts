import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { YardmasterError } from '@/lib/plugins';
import { mayReach, type Networks } from './addresses';

const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 60_000;

/**
 * An agent that connects only to addresses which `allowed` permits. The address that was checked is the one that
 * is connected to, so a name that resolves differently a moment later gains nothing. Knows no proxy.
 */
export function guardedAgent(allowed: Networks): Agent {
  const connect = buildConnector({
    timeout: CONNECT_TIMEOUT_MS,
    lookup: guardedLookup(allowed),
    autoSelectFamily: true,
  });
  return new Agent({
    headersTimeout: SILENCE_TIMEOUT_MS,
    bodyTimeout: SILENCE_TIMEOUT_MS,
    connect(options, callback) {
      // A literal address is never looked up.
      const refused = isIP(options.hostname) > 0 && !mayReach(options.hostname, allowed);
      if (refused) callback(notAllowed(options.hostname, options.hostname), null);
      else connect(options, callback);
    },
  });
}

function guardedLookup(allowed: Networks): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const reachable = addresses.filter(({ address }) => mayReach(address, allowed));
      const [first] = reachable;
      if (!first) return callback(notAllowed(hostname, addresses[0]?.address ?? 'nothing'), '', 0);
      if (options.all) callback(null, reachable);
      else callback(null, first.address, first.family);
    });
  };
}

function notAllowed(hostname: string, address: string): Error {
  const host = hostname === address ? address : `${hostname} (${address})`;
  return new YardmasterError(
    'forbidden',
    `${host} is not a public address. An administrator can allow its network in DATA_SOURCE_NETWORKS.`,
  );
}
