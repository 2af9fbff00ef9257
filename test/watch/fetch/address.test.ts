import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAddress, isPublicAddress } from '../../../src/watch/fetch/address.ts';

/** url, cause, what it tries. */
const hostile: readonly (readonly [string, string, string])[] = [
  ['http://127.0.0.1/', 'private-address', 'loopback'],
  ['http://127.1/', 'private-address', 'loopback, two parts'],
  ['http://127.0.1/', 'private-address', 'loopback, three parts'],
  ['http://127.255.255.254/', 'private-address', 'the far end of loopback'],
  ['http://0.0.0.0/', 'private-address', 'this host'],
  ['http://0/', 'private-address', 'this host as one number'],
  ['http://2130706433/', 'private-address', 'loopback in decimal'],
  ['http://017700000001/', 'private-address', 'loopback in octal'],
  ['http://0177.0.0.1/', 'private-address', 'loopback with one octal part'],
  ['http://0x7f000001/', 'private-address', 'loopback in hex'],
  ['http://0x7f.0x0.0x0.0x1/', 'private-address', 'loopback in hex parts'],
  ['http://0x7f.1/', 'private-address', 'loopback in hex, shortened'],
  ['http://127.0.0.1./', 'private-address', 'loopback with a trailing dot'],
  ['http://１２７.０.０.１/', 'private-address', 'loopback in full-width digits'],
  ['http://127。0。0。1/', 'private-address', 'loopback with ideographic full stops'],
  ['http://%31%32%37.0.0.1/', 'private-address', 'loopback, percent-encoded'],
  ['http://①②⑦.⓪.⓪.①/', 'private-address', 'loopback in circled digits'],
  ['http://localhost/', 'private-address', 'loopback by name'],
  ['http://LOCALHOST/', 'private-address', 'loopback by name, upper case'],
  ['http://localhost./', 'private-address', 'loopback by name with a trailing dot'],
  ['http://foo.localhost/', 'private-address', 'a name under localhost (RFC 6761)'],
  ['http://ip6-localhost/', 'private-address', 'a name without a dot'],
  ['http://intranet/', 'private-address', 'a name of the local network'],
  ['http://printer.local/', 'private-address', 'multicast DNS'],
  ['http://router.lan/', 'private-address', 'a home network'],
  ['http://nas.home.arpa/', 'private-address', 'a home network (RFC 8375)'],
  ['http://metadata.google.internal/computeMetadata/v1/', 'private-address', 'cloud metadata by name'],
  ['http://169.254.169.254/latest/meta-data/', 'private-address', 'cloud metadata, link-local'],
  ['http://2852039166/', 'private-address', 'cloud metadata in decimal'],
  ['http://0xa9fea9fe/', 'private-address', 'cloud metadata in hex'],
  ['http://0251.0376.0251.0376/', 'private-address', 'cloud metadata in octal'],
  ['http://100.100.100.200/', 'private-address', 'cloud metadata in carrier-grade NAT'],
  ['http://168.63.129.16/', 'private-address', "a cloud host agent's public-looking address"],
  ['http://10.0.0.1/', 'private-address', 'private 10/8'],
  ['http://10.255.255.255/', 'private-address', 'the far end of 10/8'],
  ['http://172.16.0.1/', 'private-address', 'private 172.16/12'],
  ['http://172.31.255.255/', 'private-address', 'the far end of 172.16/12'],
  ['http://192.168.1.1/', 'private-address', 'private 192.168/16'],
  ['http://100.64.0.1/', 'private-address', 'carrier-grade NAT'],
  ['http://198.18.0.1/', 'private-address', 'benchmarking'],
  ['http://192.0.2.1/', 'private-address', 'documentation'],
  ['http://224.0.0.1/', 'private-address', 'multicast'],
  ['http://239.255.255.250/', 'private-address', 'multicast (SSDP)'],
  ['http://240.0.0.1/', 'private-address', 'reserved'],
  ['http://255.255.255.255/', 'private-address', 'broadcast'],
  ['http://[::1]/', 'private-address', 'loopback in IPv6'],
  ['http://[0:0:0:0:0:0:0:1]/', 'private-address', 'loopback in IPv6, in full'],
  ['http://[::]/', 'private-address', 'unspecified in IPv6'],
  ['http://[::ffff:127.0.0.1]/', 'private-address', 'IPv4 mapped into IPv6'],
  ['http://[::ffff:7f00:1]/', 'private-address', 'IPv4 mapped, in hex'],
  ['http://[::ffff:8.8.8.8]/', 'private-address', 'a public IPv4, but in disguise'],
  ['http://[::127.0.0.1]/', 'private-address', 'IPv4-compatible IPv6'],
  ['http://[64:ff9b::7f00:1]/', 'private-address', 'IPv4 behind NAT64'],
  ['http://[2002:7f00:1::]/', 'private-address', 'IPv4 in 6to4'],
  ['http://[2001:0:53aa:64c::1]/', 'private-address', 'Teredo'],
  ['http://[fe80::1]/', 'private-address', 'link-local IPv6'],
  ['http://[fc00::1]/', 'private-address', 'unique local IPv6'],
  ['http://[fd00:ec2::254]/', 'private-address', 'cloud metadata in IPv6'],
  ['http://[fec0::1]/', 'private-address', 'site-local IPv6'],
  ['http://[ff02::1]/', 'private-address', 'multicast IPv6'],
  ['http://[2001:db8::1]/', 'private-address', 'documentation IPv6'],
  ['http://[100::1]/', 'private-address', 'discard-only IPv6'],
  ['http://127.0.0.1:80/', 'private-address', 'loopback, default port written out'],
  ['http://127.0.0.1:6379/', 'private-address', 'loopback, Redis'],
  ['http://user@127.0.0.1/', 'private-address', 'loopback behind user information'],
  ['http://www.beijing.gov.cn@127.0.0.1/', 'private-address', 'a good name that is user information'],
  ['http://www.beijing.gov.cn\\@127.0.0.1/', 'disguise', 'a backslash that parsers read differently'],
  ['http://127.0.0.1\\@www.beijing.gov.cn/', 'private-address', 'the same, other way round'],
  ['http:\\\\127.0.0.1/', 'private-address', 'backslashes for slashes'],
  ['http:127.0.0.1/', 'private-address', 'no slashes'],
  ['http:///127.0.0.1/', 'private-address', 'three slashes'],
  ['http://127.0.0.1%00.beijing.gov.cn/', 'invalid-url', 'a null in the host'],
  ['http://[fe80::1%25eth0]/', 'invalid-url', 'a zone'],
  ['http://beijing.gov.cn:password@evil.example.com/', 'disguise', 'a good name as user'],
  ['http://user:pass@www.beijing.gov.cn/', 'disguise', 'credentials'],
  ['http://@www.beijing.gov.cn/', 'disguise', 'user information that is empty'],
  ['http://:@www.beijing.gov.cn/', 'disguise', 'the same with an empty password'],
  ['http://www.beijing.gov.cn./', 'disguise', 'a trailing dot'],
  ['http://www.ｂeijing.gov.cn/', 'disguise', 'a full-width letter'],
  ['http://www.beijing%2egov.cn/', 'disguise', 'a percent-encoded dot'],
  ['http://134744072/', 'disguise', 'a public address in decimal'],
  ['http://8.8.2056/', 'disguise', 'a public address, shortened'],
  ['http://0x8.8.8.8/', 'disguise', 'a public address, partly in hex'],
  ['https:www.beijing.gov.cn/', 'disguise', 'no slashes'],
  ['http://www.bei\tjing.gov.cn/', 'disguise', 'a tab that parsers drop'],
  ['http://www.beijing.gov.cn/\r\nHost: evil', 'disguise', 'a header in the path'],
  ['http://www.beijing.gov.cn:8080/', 'port', 'another port'],
  ['https://www.beijing.gov.cn:22/', 'port', 'SSH'],
  ['http://www.beijing.gov.cn:0/', 'port', 'port zero'],
  ['http://www.beijing.gov.cn:99999/', 'invalid-url', 'no such port'],
  ['ftp://www.beijing.gov.cn/', 'scheme', 'FTP'],
  ['file:///etc/passwd', 'scheme', 'a file'],
  ['gopher://127.0.0.1:6379/_INFO', 'scheme', 'gopher'],
  ['data:text/html,x', 'scheme', 'data'],
  ['javascript:alert(1)', 'scheme', 'a script'],
  ['ws://www.beijing.gov.cn/', 'scheme', 'a web socket'],
  ['view-source:http://127.0.0.1/', 'scheme', 'a wrapped URL'],
  ['//www.beijing.gov.cn/', 'invalid-url', 'no scheme'],
  ['www.beijing.gov.cn', 'invalid-url', 'a bare name'],
  ['', 'invalid-url', 'nothing'],
];

describe('an address', () => {
  it.each(hostile)('%j is refused (%s): %s', (url, cause) => {
    expect(checkAddress(url)).toMatchObject({ ok: false, error: { cause } });
  });

  it('table is as long as it was asked to be', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(60);
  });

  it.each([
    ['https://www.beijing.gov.cn/zhengce/'],
    ['http://www.mof.gov.cn/zhengwuxinxi/zhengcefabu/'],
    ['https://zhengce.beijing.gov.cn/#/declare/detail/7'],
    ['https://www.beijing.gov.cn:443/'],
    ['http://北京.中国/'],
    ['http://8.8.8.8/'],
    ['http://[2606:4700:4700::1111]/'],
    ['  https://kw.beijing.gov.cn/zwgk/tzgg/  '],
    ['https://www.bjhd.gov.cn/api?channelId=76770,83277&q=%E7%A7%91'],
  ])('%s may be visited', (url) => {
    expect(checkAddress(url).ok).toBe(true);
  });

  it.each<[string, string[], boolean, string]>([
    ['http://127.0.0.1:8080/feed', ['127.0.0.1:8080'], true, 'named with its port'],
    ['http://127.0.0.1:8081/feed', ['127.0.0.1:8080'], false, 'another port of the named host'],
    ['http://127.0.0.1/feed', ['127.0.0.1:8080'], false, 'the default port was not named'],
    ['http://10.0.0.5/feed', ['10.0.0.5'], true, 'named without a port: 80 and 443'],
    ['http://10.0.0.5:8080/feed', ['10.0.0.5'], false, 'named without a port: no other'],
    ['http://feeds.internal/feed', ['FEEDS.internal'], true, 'case does not matter'],
    ['http://[::1]:8080/feed', ['[::1]:8080'], true, 'IPv6'],
    ['http://user@10.0.0.5/feed', ['10.0.0.5'], false, 'still in disguise'],
    ['http://2130706433:8080/feed', ['127.0.0.1:8080'], false, 'still in disguise'],
    ['http://www.beijing.gov.cn:8443/', ['www.beijing.gov.cn:8443'], true, 'a public host on another port'],
    ['ftp://10.0.0.5/', ['10.0.0.5'], false, 'the scheme stays'],
  ])('%s with %j allowed: %s (%s)', (url, allowHosts, allowed) => {
    expect(checkAddress(url, allowHosts).ok).toBe(allowed);
  });

  it('of IPv4 in whatever notation is never both refused as written plainly and visited in disguise', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(octet, octet, octet, octet), ([a, b, c, d]) => {
        const number = ((a * 256 + b) * 256 + c) * 256 + d;
        const plain = checkAddress(`http://${a}.${b}.${c}.${d}/`).ok;
        expect(plain).toBe(isPublicAddress(`${a}.${b}.${c}.${d}`));
        for (const host of [
          `${number}`,
          `0x${number.toString(16)}`,
          `${a}.${b}.${c * 256 + d}`,
          `[::ffff:${a}.${b}.${c}.${d}]`,
        ])
          expect(checkAddress(`http://${host}/`).ok).toBe(false);
      }),
    );
  });
});
