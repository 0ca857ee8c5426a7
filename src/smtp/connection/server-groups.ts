/**
 * The groups of the key exchange (RFC 8446 section 4.2.7) that Tailchat's Node 18.18.0 offers, in its order: those of OpenSSL
 * 3.0. Since OpenSSL 3.5 Node offers a post-quantum group first. Its hello needs more than one packet, which some servers and
 * firewalls do not tolerate.
 */
export const GROUPS_OF_SERVER =
  'X25519:P-256:X448:P-521:P-384:ffdhe2048:ffdhe3072:ffdhe4096:ffdhe6144:ffdhe8192';
