import config from "../../../hardhat.config.ts";

// The project's own configuration, with explorers that the test plays.

const rpcUrl = process.env.LOCALHOST_RPC_URL ?? "";
const explorers = process.env.STUB_EXPLORERS_URL ?? "";

export default {
  ...config,
  networks: { ...config.networks, stubbed: { type: "http" as const, url: rpcUrl } },
  chainDescriptors: {
    424242: {
      name: "Stubbed",
      blockExplorers: {
        etherscan: { url: explorers, apiUrl: `${explorers}/etherscan` },
        blockscout: { url: explorers, apiUrl: `${explorers}/blockscout` },
      },
    },
  },
  verify: {
    etherscan: { apiKey: "a key" },
    sourcify: { apiUrl: `${explorers}/sourcify` },
  },
};
