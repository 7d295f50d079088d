/**
 * A self-signed certificate for 127.0.0.1 and its key (P-256): what a client that trusts only real
 * authorities has to refuse. Published on purpose, and good for nothing but tests.
 */
export const sampleCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgnlgTI3nOkTLCpasi
ZHuEeZwCVC664DQ3sCEhIMWui6+hRANCAARk+qAJuYMBglIY+o6NLLELD2CVastd
nDAuKDiAve91pPTtwV0fGRTHHW3/B91EEG1qdxBw7Xp/adlr3mts2qAM
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBpzCCAU2gAwIBAgIURp/WAf4LGrjjQscWN3o8IWDvnPEwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPcGN2aXNpdCBzYW5kYm94MCAXDTI2MTEyMzIxMDQwOFoYDzIx
MjYxMDMwMjEwNDA4WjAaMRgwFgYDVQQDDA9wY3Zpc2l0IHNhbmRib3gwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAARk+qAJuYMBglIY+o6NLLELD2CVastdnDAuKDiA
ve91pPTtwV0fGRTHHW3/B91EEG1qdxBw7Xp/adlr3mts2qAMo28wbTAdBgNVHQ4E
FgQUv4sr9QXNUDjB5sVCUZDO31qzw10wHwYDVR0jBBgwFoAUv4sr9QXNUDjB5sVC
UZDO31qzw10wDwYDVR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SH
BH8AAAEwCgYIKoZIzj0EAwIDSAAwRQIhAKunRzRKtq+Np9lnhG5jYS19jbjr/IDA
nXrYWDwT+cWUAiBfIDdH6fo0ZfLLUf4PpjIgQ0E0VhmFGdedUTX4/H3qhQ==
-----END CERTIFICATE-----
`,
};
