const SENTENCES = [
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT)\b/,
    (registry) =>
      `The npm registry${registry} does not answer. Check the connection, a proxy (npm config get proxy) and the registry (npm config get registry); then run this again: what is downloaded already is not downloaded twice.`,
  ],
  [
    /\b(E401|E403|E407|E404|E429|E5\d\d)\b/,
    (registry) =>
      `The npm registry${registry} does not give a package out. If it is a mirror, log in to it or have it carry the package; npm config get registry tells which it is, and "npm start --registry=https://registry.npmjs.org" takes the public one.`,
  ],
  [
    /\b(UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_HAS_EXPIRED)\b/,
    (registry) =>
      `The certificate of the npm registry${registry} is not trusted here, as behind a company's proxy. Name the proxy's certificate in NODE_EXTRA_CA_CERTS (a .pem file), then run this again.`,
  ],
  [
    /\bENOSPC\b/,
    () => "The disk is full: the packages take 930 MB. Make room, then run this again.",
  ],
  [
    /\b(EACCES|EPERM|EROFS)\b/,
    () =>
      "A folder cannot be written. Make this folder, its node_modules and npm's cache (npm config get cache) yours, then run this again without sudo.",
  ],
];

/** What to do about an `npm ci` that failed, by what it wrote to standard error and the registry, where it is another than usual. */
export function explainInstall(stderr, registry) {
  const found = SENTENCES.find(([code]) => code.test(stderr));
  const what =
    found?.[1](registry === undefined ? "" : ` ${registry}`) ??
    "What npm says above is the reason. Mend it, then run this again; deleting node_modules first begins anew.";
  return `The dependencies could not be installed. ${what}`;
}
