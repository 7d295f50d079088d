import { BlockList, isIP } from 'node:net';

/** Networks that are nobody's on the internet: this machine, local networks, documentation, multicast. */
const networks: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
];

/** IPv6 addresses that belong to somebody on the internet, and those among them that hold an IPv4 address. */
const global = blockList([['2000::', 3, 'ipv6']]);
const exceptions = blockList([
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
]);
const local = blockList(networks);

function blockList(entries: typeof networks): BlockList {
  const list = new BlockList();
  for (const [network, prefix, family] of entries) list.addSubnet(network, prefix, family);
  return list;
}

/** Whether an IP address is one on the internet, and not of this machine or the network it is in. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !local.check(address, 'ipv4');
    case 6:
      return global.check(address, 'ipv6') && !exceptions.check(address, 'ipv6');
    default:
      return false;
  }
}
