/** What the page says of a well-known chain. */
interface KnownChain {
  readonly name: string;
  /** Its own coin, and that coin's symbol. All have 18 decimals. */
  readonly coin: readonly [name: string, symbol: string];
  /** Milliseconds between blocks; undefined where viem's usual one serves. */
  readonly blockTime?: number;
  readonly explorer?: readonly [name: string, url: string];
}

/**
 * The facts of viem's own definitions, which bring along how each chain writes transactions: the page sends none itself. A test
 * compares them.
 */
export const KNOWN_CHAINS: Readonly<Record<number, KnownChain>> = {
  1: {
    name: "Ethereum",
    coin: ["Ether", "ETH"],
    blockTime: 12_000,
    explorer: ["Etherscan", "https://etherscan.io"],
  },
  10: {
    name: "OP Mainnet",
    coin: ["Ether", "ETH"],
    blockTime: 2_000,
    explorer: ["Optimism Explorer", "https://optimistic.etherscan.io"],
  },
  56: {
    name: "BNB Smart Chain",
    coin: ["BNB", "BNB"],
    blockTime: 750,
    explorer: ["BscScan", "https://bscscan.com"],
  },
  100: {
    name: "Gnosis",
    coin: ["xDAI", "XDAI"],
    blockTime: 5_000,
    explorer: ["Gnosisscan", "https://gnosisscan.io"],
  },
  137: {
    name: "Polygon",
    coin: ["POL", "POL"],
    blockTime: 2_000,
    explorer: ["PolygonScan", "https://polygonscan.com"],
  },
  8453: {
    name: "Base",
    coin: ["Ether", "ETH"],
    blockTime: 2_000,
    explorer: ["Basescan", "https://basescan.org"],
  },
  31337: { name: "Hardhat", coin: ["Ether", "ETH"] },
  42161: {
    name: "Arbitrum One",
    coin: ["Ether", "ETH"],
    blockTime: 250,
    explorer: ["Arbiscan", "https://arbiscan.io"],
  },
  42220: {
    name: "Celo",
    coin: ["CELO", "CELO"],
    blockTime: 1_000,
    explorer: ["Celo Explorer", "https://celoscan.io"],
  },
  43114: {
    name: "Avalanche",
    coin: ["Avalanche", "AVAX"],
    blockTime: 1_700,
    explorer: ["SnowTrace", "https://snowtrace.io"],
  },
  59144: {
    name: "Linea Mainnet",
    coin: ["Linea Ether", "ETH"],
    blockTime: 2_000,
    explorer: ["Etherscan", "https://lineascan.build"],
  },
  84532: {
    name: "Base Sepolia",
    coin: ["Sepolia Ether", "ETH"],
    blockTime: 2_000,
    explorer: ["Basescan", "https://sepolia.basescan.org"],
  },
  534352: {
    name: "Scroll",
    coin: ["Ether", "ETH"],
    blockTime: 3_000,
    explorer: ["Scrollscan", "https://scrollscan.com"],
  },
  11155111: {
    name: "Sepolia",
    coin: ["Sepolia Ether", "ETH"],
    explorer: ["Etherscan", "https://sepolia.etherscan.io"],
  },
  11155420: {
    name: "OP Sepolia",
    coin: ["Sepolia Ether", "ETH"],
    blockTime: 2_000,
    explorer: ["Blockscout", "https://optimism-sepolia.blockscout.com"],
  },
};
