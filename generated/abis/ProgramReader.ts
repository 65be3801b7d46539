//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// ProgramReader
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const programReaderAbi = [
  {
    type: 'constructor',
    inputs: [
      { name: 'implementation_', internalType: 'address', type: 'address' },
      { name: 'parties_', internalType: 'address', type: 'address' },
    ],
    stateMutability: 'nonpayable',
  },
  {
    type: 'error',
    inputs: [{ name: 'program', internalType: 'address', type: 'address' }],
    name: 'ProgramReader_NotAProgram',
  },
  {
    type: 'error',
    inputs: [
      { name: 'id', internalType: 'bytes32', type: 'bytes32' },
      { name: 'batch', internalType: 'uint256', type: 'uint256' },
      { name: 'place', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'ProgramReader_NotPosted',
  },
  {
    type: 'error',
    inputs: [{ name: 'data', internalType: 'bytes', type: 'bytes' }],
    name: 'ProgramReader_NotTheDataOfASale',
  },
  {
    type: 'error',
    inputs: [{ name: 'batch', internalType: 'uint256', type: 'uint256' }],
    name: 'ProgramReader_UnknownBatch',
  },
  {
    type: 'error',
    inputs: [
      { name: 'value', internalType: 'uint256', type: 'uint256' },
      { name: 'length', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'StringsInsufficientHexLength',
  },
  {
    type: 'function',
    inputs: [{ name: 'program', internalType: 'address', type: 'address' }],
    name: 'deal',
    outputs: [{ name: 'words', internalType: 'string[]', type: 'string[]' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'program', internalType: 'address', type: 'address' },
      { name: 'id', internalType: 'string', type: 'string' },
    ],
    name: 'find',
    outputs: [{ name: 'words', internalType: 'string[]', type: 'string[]' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'implementation',
    outputs: [{ name: '', internalType: 'address', type: 'address' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'program', internalType: 'address', type: 'address' }],
    name: 'money',
    outputs: [{ name: 'words', internalType: 'string[]', type: 'string[]' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'parties',
    outputs: [{ name: '', internalType: 'address', type: 'address' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'program', internalType: 'address', type: 'address' },
      { name: 'from', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'partners',
    outputs: [{ name: 'words', internalType: 'string[]', type: 'string[]' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'program', internalType: 'address', type: 'address' },
      { name: 'wallet', internalType: 'address', type: 'address' },
    ],
    name: 'party',
    outputs: [{ name: 'words', internalType: 'string[]', type: 'string[]' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'program', internalType: 'address', type: 'address' },
      { name: 'name', internalType: 'string', type: 'string' },
      { name: 'from', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'partyNamed',
    outputs: [{ name: 'words', internalType: 'string[]', type: 'string[]' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'program', internalType: 'address', type: 'address' },
      { name: 'id', internalType: 'string', type: 'string' },
      { name: 'data', internalType: 'bytes', type: 'bytes' },
      { name: 'path', internalType: 'bytes32[]', type: 'bytes32[]' },
    ],
    name: 'proven',
    outputs: [{ name: 'words', internalType: 'string[]', type: 'string[]' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'program', internalType: 'address', type: 'address' },
      { name: 'id', internalType: 'string', type: 'string' },
      { name: 'data', internalType: 'bytes', type: 'bytes' },
    ],
    name: 'refunds',
    outputs: [{ name: 'words', internalType: 'string[]', type: 'string[]' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'program', internalType: 'address', type: 'address' },
      { name: 'id', internalType: 'string', type: 'string' },
      { name: 'data', internalType: 'bytes', type: 'bytes' },
    ],
    name: 'sale',
    outputs: [{ name: 'words', internalType: 'string[]', type: 'string[]' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'id', internalType: 'string', type: 'string' }],
    name: 'topicOf',
    outputs: [{ name: 'topic', internalType: 'bytes32', type: 'bytes32' }],
    stateMutability: 'pure',
  },
] as const
