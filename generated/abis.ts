//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// Program
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const programAbi = [
  {
    type: 'constructor',
    inputs: [
      { name: 'sales_', internalType: 'address', type: 'address' },
      { name: 'desk_', internalType: 'address', type: 'address' },
    ],
    stateMutability: 'nonpayable',
  },
  { type: 'error', inputs: [], name: 'AccessControlBadConfirmation' },
  {
    type: 'error',
    inputs: [
      { name: 'account', internalType: 'address', type: 'address' },
      { name: 'neededRole', internalType: 'bytes32', type: 'bytes32' },
    ],
    name: 'AccessControlUnauthorizedAccount',
  },
  {
    type: 'error',
    inputs: [
      { name: 'account', internalType: 'address', type: 'address' },
      { name: 'currentNonce', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'InvalidAccountNonce',
  },
  { type: 'error', inputs: [], name: 'InvalidShortString' },
  {
    type: 'error',
    inputs: [{ name: 'wallet', internalType: 'address', type: 'address' }],
    name: 'Program_AlreadyEnrolled',
  },
  {
    type: 'error',
    inputs: [
      { name: 'saleId', internalType: 'bytes32', type: 'bytes32' },
      { name: 'payer', internalType: 'address', type: 'address' },
    ],
    name: 'Program_AlreadyPaid',
  },
  {
    type: 'error',
    inputs: [{ name: 'refundId', internalType: 'bytes32', type: 'bytes32' }],
    name: 'Program_AlreadyRefunded',
  },
  {
    type: 'error',
    inputs: [{ name: 'amount', internalType: 'uint256', type: 'uint256' }],
    name: 'Program_AmountTooLarge',
  },
  {
    type: 'error',
    inputs: [{ name: 'party', internalType: 'address', type: 'address' }],
    name: 'Program_InvalidSignature',
  },
  {
    type: 'error',
    inputs: [
      { name: 'saleId', internalType: 'bytes32', type: 'bytes32' },
      { name: 'partner', internalType: 'uint256', type: 'uint256' },
      { name: 'weight', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'Program_InvalidWeight',
  },
  {
    type: 'error',
    inputs: [
      { name: 'currency', internalType: 'address', type: 'address' },
      { name: 'funds', internalType: 'uint256', type: 'uint256' },
      { name: 'owed', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'Program_NotFunded',
  },
  {
    type: 'error',
    inputs: [
      { name: 'saleId', internalType: 'bytes32', type: 'bytes32' },
      { name: 'payer', internalType: 'address', type: 'address' },
    ],
    name: 'Program_NotPaid',
  },
  {
    type: 'error',
    inputs: [
      { name: 'start', internalType: 'uint256', type: 'uint256' },
      { name: 'time', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'Program_NotStarted',
  },
  {
    type: 'error',
    inputs: [
      { name: 'party', internalType: 'address', type: 'address' },
      { name: 'currency', internalType: 'address', type: 'address' },
    ],
    name: 'Program_NothingToClaim',
  },
  {
    type: 'error',
    inputs: [{ name: 'currency', internalType: 'address', type: 'address' }],
    name: 'Program_NothingToSync',
  },
  {
    type: 'error',
    inputs: [{ name: 'owed', internalType: 'uint256', type: 'uint256' }],
    name: 'Program_OwedTooMuch',
  },
  {
    type: 'error',
    inputs: [
      { name: 'number', internalType: 'uint256', type: 'uint256' },
      { name: 'status', internalType: 'enum Status', type: 'uint8' },
    ],
    name: 'Program_PartnerNotActive',
  },
  {
    type: 'error',
    inputs: [
      { name: 'sales', internalType: 'uint256', type: 'uint256' },
      { name: 'payers', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'Program_PayersMismatch',
  },
  {
    type: 'error',
    inputs: [
      { name: 'to', internalType: 'address', type: 'address' },
      { name: 'amount', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'Program_PaymentFailed',
  },
  {
    type: 'error',
    inputs: [
      { name: 'saleId', internalType: 'bytes32', type: 'bytes32' },
      { name: 'paid', internalType: 'uint256', type: 'uint256' },
      { name: 'posted', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'Program_PaymentMismatch',
  },
  {
    type: 'error',
    inputs: [
      { name: 'saleId', internalType: 'bytes32', type: 'bytes32' },
      { name: 'until', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'Program_PaymentPending',
  },
  {
    type: 'error',
    inputs: [
      { name: 'saleId', internalType: 'bytes32', type: 'bytes32' },
      { name: 'amount', internalType: 'uint256', type: 'uint256' },
      { name: 'left', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'Program_RefundTooLarge',
  },
  {
    type: 'error',
    inputs: [{ name: 'revenue', internalType: 'uint256', type: 'uint256' }],
    name: 'Program_RevenueTooLarge',
  },
  {
    type: 'error',
    inputs: [{ name: 'saleId', internalType: 'bytes32', type: 'bytes32' }],
    name: 'Program_SaleAlreadyPosted',
  },
  {
    type: 'error',
    inputs: [
      { name: 'saleId', internalType: 'bytes32', type: 'bytes32' },
      { name: 'lockedSince', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'Program_SaleLocked',
  },
  {
    type: 'error',
    inputs: [{ name: 'deadline', internalType: 'uint256', type: 'uint256' }],
    name: 'Program_SignatureExpired',
  },
  {
    type: 'error',
    inputs: [{ name: 'most', internalType: 'uint256', type: 'uint256' }],
    name: 'Program_TooManyPartners',
  },
  {
    type: 'error',
    inputs: [
      { name: 'token', internalType: 'address', type: 'address' },
      { name: 'expected', internalType: 'uint256', type: 'uint256' },
      { name: 'moved', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'Program_TransferMismatch',
  },
  {
    type: 'error',
    inputs: [{ name: 'currency', internalType: 'address', type: 'address' }],
    name: 'Program_UnknownCurrency',
  },
  {
    type: 'error',
    inputs: [{ name: 'index', internalType: 'uint256', type: 'uint256' }],
    name: 'Program_UnknownCurrencyIndex',
  },
  {
    type: 'error',
    inputs: [{ name: 'kind', internalType: 'uint256', type: 'uint256' }],
    name: 'Program_UnknownKind',
  },
  {
    type: 'error',
    inputs: [{ name: 'line', internalType: 'uint256', type: 'uint256' }],
    name: 'Program_UnknownLine',
  },
  {
    type: 'error',
    inputs: [{ name: 'number', internalType: 'uint256', type: 'uint256' }],
    name: 'Program_UnknownPartner',
  },
  {
    type: 'error',
    inputs: [
      { name: 'saleId', internalType: 'bytes32', type: 'bytes32' },
      { name: 'role', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'Program_UnknownRole',
  },
  {
    type: 'error',
    inputs: [{ name: 'saleId', internalType: 'bytes32', type: 'bytes32' }],
    name: 'Program_UnknownSale',
  },
  {
    type: 'error',
    inputs: [{ name: 'tier', internalType: 'uint256', type: 'uint256' }],
    name: 'Program_UnknownTier',
  },
  {
    type: 'error',
    inputs: [
      { name: 'sent', internalType: 'uint256', type: 'uint256' },
      { name: 'expected', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'Program_WrongValue',
  },
  { type: 'error', inputs: [], name: 'Program_ZeroAddress' },
  { type: 'error', inputs: [], name: 'Program_ZeroAmount' },
  { type: 'error', inputs: [], name: 'Program_ZeroSaleId' },
  { type: 'error', inputs: [], name: 'ReentrancyGuardReentrantCall' },
  {
    type: 'error',
    inputs: [{ name: 'token', internalType: 'address', type: 'address' }],
    name: 'SafeERC20FailedOperation',
  },
  {
    type: 'error',
    inputs: [{ name: 'str', internalType: 'string', type: 'string' }],
    name: 'StringTooLong',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'party',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'currency',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'amount',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'ClaimFailed',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'party',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      { name: 'to', internalType: 'address', type: 'address', indexed: true },
      {
        name: 'currency',
        internalType: 'address',
        type: 'address',
        indexed: false,
      },
      {
        name: 'amount',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'ClaimRedirected',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'party',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'currency',
        internalType: 'address',
        type: 'address',
        indexed: false,
      },
      {
        name: 'amount',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'Claimed',
  },
  { type: 'event', anonymous: false, inputs: [], name: 'EIP712DomainChanged' },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'from', internalType: 'address', type: 'address', indexed: true },
      {
        name: 'currency',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'amount',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'Funded',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'currency',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'amount',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'FundsWithdrawn',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'line', internalType: 'uint256', type: 'uint256', indexed: true },
      {
        name: 'holder',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'currency',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'amount',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'LineSettled',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'number',
        internalType: 'uint256',
        type: 'uint256',
        indexed: true,
      },
      {
        name: 'wallet',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      { name: 'name', internalType: 'string', type: 'string', indexed: false },
      { name: 'tier', internalType: 'uint8', type: 'uint8', indexed: false },
      {
        name: 'joined',
        internalType: 'uint40',
        type: 'uint40',
        indexed: false,
      },
      {
        name: 'referrer',
        internalType: 'uint24',
        type: 'uint24',
        indexed: false,
      },
    ],
    name: 'PartnerEnrolled',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'saleId',
        internalType: 'bytes32',
        type: 'bytes32',
        indexed: true,
      },
      {
        name: 'payer',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      { name: 'toPayer', internalType: 'bool', type: 'bool', indexed: false },
    ],
    name: 'PaymentReleased',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'saleId',
        internalType: 'bytes32',
        type: 'bytes32',
        indexed: true,
      },
      {
        name: 'payer',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
    ],
    name: 'PaymentUsed',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'amount',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'Received',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'currency',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'amount',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'ResidualSettled',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'payer',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      { name: 'kind', internalType: 'uint8', type: 'uint8', indexed: false },
      {
        name: 'currency',
        internalType: 'address',
        type: 'address',
        indexed: false,
      },
      {
        name: 'amount',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'RevenuePaid',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'role', internalType: 'bytes32', type: 'bytes32', indexed: true },
      {
        name: 'previousAdminRole',
        internalType: 'bytes32',
        type: 'bytes32',
        indexed: true,
      },
      {
        name: 'newAdminRole',
        internalType: 'bytes32',
        type: 'bytes32',
        indexed: true,
      },
    ],
    name: 'RoleAdminChanged',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'role', internalType: 'bytes32', type: 'bytes32', indexed: true },
      {
        name: 'account',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'sender',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
    ],
    name: 'RoleGranted',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'role', internalType: 'bytes32', type: 'bytes32', indexed: true },
      {
        name: 'account',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'sender',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
    ],
    name: 'RoleRevoked',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'saleId',
        internalType: 'bytes32',
        type: 'bytes32',
        indexed: true,
      },
      {
        name: 'payer',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      { name: 'kind', internalType: 'uint8', type: 'uint8', indexed: false },
      {
        name: 'currency',
        internalType: 'address',
        type: 'address',
        indexed: false,
      },
      {
        name: 'amount',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'SalePaid',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'saleId',
        internalType: 'bytes32',
        type: 'bytes32',
        indexed: true,
      },
      { name: 'kind', internalType: 'uint8', type: 'uint8', indexed: false },
      {
        name: 'currency',
        internalType: 'address',
        type: 'address',
        indexed: false,
      },
      {
        name: 'amount',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'brought',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'lines',
        internalType: 'struct Line[]',
        type: 'tuple[]',
        components: [
          { name: 'partner', internalType: 'address', type: 'address' },
          { name: 'role', internalType: 'uint8', type: 'uint8' },
          { name: 'rate', internalType: 'uint24', type: 'uint24' },
          { name: 'amount', internalType: 'uint256', type: 'uint256' },
        ],
        indexed: false,
      },
    ],
    name: 'SalePosted',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'saleId',
        internalType: 'bytes32',
        type: 'bytes32',
        indexed: true,
      },
      {
        name: 'refundId',
        internalType: 'bytes32',
        type: 'bytes32',
        indexed: true,
      },
      {
        name: 'amount',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'returned',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'brought',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'reversed',
        internalType: 'uint256[]',
        type: 'uint256[]',
        indexed: false,
      },
      {
        name: 'reason',
        internalType: 'string',
        type: 'string',
        indexed: false,
      },
    ],
    name: 'SaleRefunded',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'number',
        internalType: 'uint256',
        type: 'uint256',
        indexed: true,
      },
      {
        name: 'status',
        internalType: 'enum Status',
        type: 'uint8',
        indexed: false,
      },
      {
        name: 'reason',
        internalType: 'string',
        type: 'string',
        indexed: false,
      },
    ],
    name: 'StatusChanged',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'currency',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'amount',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'Synced',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'termsHash',
        internalType: 'bytes32',
        type: 'bytes32',
        indexed: true,
      },
      { name: 'name', internalType: 'string', type: 'string', indexed: false },
      { name: 'uri', internalType: 'string', type: 'string', indexed: false },
    ],
    name: 'TermsAgreed',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'number',
        internalType: 'uint256',
        type: 'uint256',
        indexed: true,
      },
      { name: 'tier', internalType: 'uint8', type: 'uint8', indexed: false },
      {
        name: 'fromPeriod',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
      {
        name: 'reason',
        internalType: 'string',
        type: 'string',
        indexed: false,
      },
    ],
    name: 'TierChanged',
  },
  {
    type: 'function',
    inputs: [],
    name: 'ARBITER_ROLE',
    outputs: [{ name: '', internalType: 'bytes32', type: 'bytes32' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'ATTRIBUTOR_ROLE',
    outputs: [{ name: '', internalType: 'bytes32', type: 'bytes32' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'DEFAULT_ADMIN_ROLE',
    outputs: [{ name: '', internalType: 'bytes32', type: 'bytes32' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'OPERATOR_ROLE',
    outputs: [{ name: '', internalType: 'bytes32', type: 'bytes32' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: '', internalType: 'address', type: 'address' },
      { name: '', internalType: 'address', type: 'address' },
    ],
    name: 'account',
    outputs: [
      {
        name: '',
        internalType: 'struct Statement',
        type: 'tuple',
        components: [
          { name: 'earned', internalType: 'uint256', type: 'uint256' },
          { name: 'reversed', internalType: 'uint256', type: 'uint256' },
          { name: 'held', internalType: 'uint256', type: 'uint256' },
          { name: 'locked', internalType: 'uint256', type: 'uint256' },
          { name: 'claimed', internalType: 'uint256', type: 'uint256' },
          { name: 'claimable', internalType: 'uint256', type: 'uint256' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: '', internalType: 'address', type: 'address' },
      { name: '', internalType: 'uint8', type: 'uint8' },
      { name: '', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'bucketAt',
    outputs: [
      {
        name: '',
        internalType: 'struct Bucket',
        type: 'tuple',
        components: [
          { name: 'revenue', internalType: 'uint96', type: 'uint96' },
          { name: 'brought', internalType: 'uint96', type: 'uint96' },
          { name: 'until', internalType: 'uint40', type: 'uint40' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'party', internalType: 'address', type: 'address' },
      { name: 'currency', internalType: 'address', type: 'address' },
    ],
    name: 'claim',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'line', internalType: 'uint256', type: 'uint256' },
      { name: 'currency', internalType: 'address', type: 'address' },
    ],
    name: 'claimLine',
    outputs: [{ name: 'amount', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'parties', internalType: 'address[]', type: 'address[]' },
      { name: 'currency', internalType: 'address', type: 'address' },
    ],
    name: 'claimMany',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'currency', internalType: 'address', type: 'address' },
      { name: 'segments', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'claimResidual',
    outputs: [{ name: 'amount', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'party', internalType: 'address', type: 'address' },
      { name: 'currency', internalType: 'address', type: 'address' },
      { name: 'to', internalType: 'address', type: 'address' },
      { name: 'deadline', internalType: 'uint256', type: 'uint256' },
      { name: 'signature', internalType: 'bytes', type: 'bytes' },
    ],
    name: 'claimTo',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: '', internalType: 'address', type: 'address' },
      { name: '', internalType: 'address', type: 'address' },
    ],
    name: 'claimable',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'currentPeriod',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'desk',
    outputs: [{ name: '', internalType: 'address', type: 'address' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'eip712Domain',
    outputs: [
      { name: 'fields', internalType: 'bytes1', type: 'bytes1' },
      { name: 'name', internalType: 'string', type: 'string' },
      { name: 'version', internalType: 'string', type: 'string' },
      { name: 'chainId', internalType: 'uint256', type: 'uint256' },
      { name: 'verifyingContract', internalType: 'address', type: 'address' },
      { name: 'salt', internalType: 'bytes32', type: 'bytes32' },
      { name: 'extensions', internalType: 'uint256[]', type: 'uint256[]' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      {
        name: '',
        internalType: 'struct Enrollment[]',
        type: 'tuple[]',
        components: [
          { name: 'wallet', internalType: 'address', type: 'address' },
          { name: 'name', internalType: 'string', type: 'string' },
          { name: 'tier', internalType: 'uint8', type: 'uint8' },
          { name: 'joined', internalType: 'uint40', type: 'uint40' },
          { name: 'referrer', internalType: 'uint24', type: 'uint24' },
        ],
      },
    ],
    name: 'enroll',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'currency', internalType: 'address', type: 'address' },
      { name: 'amount', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'fund',
    outputs: [],
    stateMutability: 'payable',
  },
  {
    type: 'function',
    inputs: [{ name: 'role', internalType: 'bytes32', type: 'bytes32' }],
    name: 'getRoleAdmin',
    outputs: [{ name: '', internalType: 'bytes32', type: 'bytes32' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'role', internalType: 'bytes32', type: 'bytes32' },
      { name: 'account', internalType: 'address', type: 'address' },
    ],
    name: 'grantRole',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'role', internalType: 'bytes32', type: 'bytes32' },
      { name: 'account', internalType: 'address', type: 'address' },
    ],
    name: 'hasRole',
    outputs: [{ name: '', internalType: 'bool', type: 'bool' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: '', internalType: 'string', type: 'string' }],
    name: 'initialize',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: '', internalType: 'uint256', type: 'uint256' },
      { name: '', internalType: 'address', type: 'address' },
    ],
    name: 'lineEarnings',
    outputs: [
      { name: '', internalType: 'uint256', type: 'uint256' },
      { name: '', internalType: 'uint256', type: 'uint256' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: '', internalType: 'address', type: 'address' }],
    name: 'membershipOf',
    outputs: [
      {
        name: '',
        internalType: 'struct Membership',
        type: 'tuple',
        components: [
          { name: 'number', internalType: 'uint24', type: 'uint24' },
          { name: 'referrer', internalType: 'uint24', type: 'uint24' },
          { name: 'period', internalType: 'uint24', type: 'uint24' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'owner', internalType: 'address', type: 'address' }],
    name: 'nonces',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    name: 'partnerAt',
    outputs: [
      {
        name: '',
        internalType: 'struct Partner',
        type: 'tuple',
        components: [
          { name: 'wallet', internalType: 'address', type: 'address' },
          { name: 'joined', internalType: 'uint40', type: 'uint40' },
          { name: 'status', internalType: 'enum Status', type: 'uint8' },
          { name: 'tier', internalType: 'uint8', type: 'uint8' },
          { name: 'nextTier', internalType: 'uint8', type: 'uint8' },
          { name: 'tierPeriod', internalType: 'uint16', type: 'uint16' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'partnerCount',
    outputs: [
      { name: '', internalType: 'uint256', type: 'uint256' },
      { name: '', internalType: 'uint256', type: 'uint256' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'kind', internalType: 'uint8', type: 'uint8' },
      { name: 'currency', internalType: 'address', type: 'address' },
      { name: 'amount', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'pay',
    outputs: [],
    stateMutability: 'payable',
  },
  {
    type: 'function',
    inputs: [
      { name: '', internalType: 'bytes32', type: 'bytes32' },
      { name: '', internalType: 'uint8', type: 'uint8' },
      { name: '', internalType: 'address', type: 'address' },
      { name: '', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'paySale',
    outputs: [],
    stateMutability: 'payable',
  },
  {
    type: 'function',
    inputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    name: 'periodTimes',
    outputs: [
      { name: '', internalType: 'uint256', type: 'uint256' },
      { name: '', internalType: 'uint256', type: 'uint256' },
      { name: '', internalType: 'uint256', type: 'uint256' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: '', internalType: 'address', type: 'address' },
      {
        name: '',
        internalType: 'struct Sale[]',
        type: 'tuple[]',
        components: [
          { name: 'id', internalType: 'bytes32', type: 'bytes32' },
          { name: 'kind', internalType: 'uint256', type: 'uint256' },
          { name: 'amount', internalType: 'uint256', type: 'uint256' },
          {
            name: 'credits',
            internalType: 'struct Credit[]',
            type: 'tuple[]',
            components: [
              { name: 'partner', internalType: 'uint256', type: 'uint256' },
              { name: 'role', internalType: 'uint256', type: 'uint256' },
              { name: 'weight', internalType: 'uint256', type: 'uint256' },
            ],
          },
        ],
      },
    ],
    name: 'post',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: '', internalType: 'address', type: 'address' },
      {
        name: '',
        internalType: 'struct Sale[]',
        type: 'tuple[]',
        components: [
          { name: 'id', internalType: 'bytes32', type: 'bytes32' },
          { name: 'kind', internalType: 'uint256', type: 'uint256' },
          { name: 'amount', internalType: 'uint256', type: 'uint256' },
          {
            name: 'credits',
            internalType: 'struct Credit[]',
            type: 'tuple[]',
            components: [
              { name: 'partner', internalType: 'uint256', type: 'uint256' },
              { name: 'role', internalType: 'uint256', type: 'uint256' },
              { name: 'weight', internalType: 'uint256', type: 'uint256' },
            ],
          },
        ],
      },
      { name: '', internalType: 'address[]', type: 'address[]' },
    ],
    name: 'postPaid',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: '', internalType: 'address', type: 'address' },
      {
        name: '',
        internalType: 'struct Sale',
        type: 'tuple',
        components: [
          { name: 'id', internalType: 'bytes32', type: 'bytes32' },
          { name: 'kind', internalType: 'uint256', type: 'uint256' },
          { name: 'amount', internalType: 'uint256', type: 'uint256' },
          {
            name: 'credits',
            internalType: 'struct Credit[]',
            type: 'tuple[]',
            components: [
              { name: 'partner', internalType: 'uint256', type: 'uint256' },
              { name: 'role', internalType: 'uint256', type: 'uint256' },
              { name: 'weight', internalType: 'uint256', type: 'uint256' },
            ],
          },
        ],
      },
    ],
    name: 'preview',
    outputs: [
      {
        name: '',
        internalType: 'struct NamedLine[]',
        type: 'tuple[]',
        components: [
          { name: 'source', internalType: 'string', type: 'string' },
          { name: 'party', internalType: 'address', type: 'address' },
          { name: 'rate', internalType: 'uint24', type: 'uint24' },
          { name: 'amount', internalType: 'uint256', type: 'uint256' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      {
        name: '',
        internalType: 'struct Refund[]',
        type: 'tuple[]',
        components: [
          { name: 'id', internalType: 'bytes32', type: 'bytes32' },
          { name: 'saleId', internalType: 'bytes32', type: 'bytes32' },
          { name: 'amount', internalType: 'uint96', type: 'uint96' },
          { name: 'reason', internalType: 'string', type: 'string' },
        ],
      },
    ],
    name: 'refund',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: '', internalType: 'bytes32', type: 'bytes32' },
      { name: '', internalType: 'address', type: 'address' },
    ],
    name: 'releasePayment',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'role', internalType: 'bytes32', type: 'bytes32' },
      { name: 'callerConfirmation', internalType: 'address', type: 'address' },
    ],
    name: 'renounceRole',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: '', internalType: 'address', type: 'address' },
      { name: '', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'residualEarnings',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'role', internalType: 'bytes32', type: 'bytes32' },
      { name: 'account', internalType: 'address', type: 'address' },
    ],
    name: 'revokeRole',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [{ name: '', internalType: 'bytes32', type: 'bytes32' }],
    name: 'saleLines',
    outputs: [
      {
        name: '',
        internalType: 'struct NamedLine[]',
        type: 'tuple[]',
        components: [
          { name: 'source', internalType: 'string', type: 'string' },
          { name: 'party', internalType: 'address', type: 'address' },
          { name: 'rate', internalType: 'uint24', type: 'uint24' },
          { name: 'amount', internalType: 'uint256', type: 'uint256' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: '', internalType: 'bytes32', type: 'bytes32' }],
    name: 'saleOf',
    outputs: [
      { name: '', internalType: 'uint256', type: 'uint256' },
      { name: '', internalType: 'uint256', type: 'uint256' },
      { name: '', internalType: 'uint8', type: 'uint8' },
      { name: '', internalType: 'address', type: 'address' },
      { name: '', internalType: 'uint256', type: 'uint256' },
      { name: '', internalType: 'uint256', type: 'uint256' },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'sales',
    outputs: [{ name: '', internalType: 'address', type: 'address' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: '', internalType: 'uint256', type: 'uint256' },
      { name: '', internalType: 'enum Status', type: 'uint8' },
      { name: '', internalType: 'string', type: 'string' },
    ],
    name: 'setStatus',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: '', internalType: 'uint256', type: 'uint256' },
      { name: '', internalType: 'uint8', type: 'uint8' },
      { name: '', internalType: 'string', type: 'string' },
    ],
    name: 'setTier',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'line', internalType: 'uint256', type: 'uint256' },
      { name: 'currency', internalType: 'address', type: 'address' },
    ],
    name: 'settleLine',
    outputs: [{ name: 'amount', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [],
    name: 'solvency',
    outputs: [
      {
        name: '',
        internalType: 'struct Solvency[]',
        type: 'tuple[]',
        components: [
          { name: 'currency', internalType: 'address', type: 'address' },
          { name: 'balance', internalType: 'uint256', type: 'uint256' },
          { name: 'owed', internalType: 'uint256', type: 'uint256' },
          { name: 'funds', internalType: 'uint256', type: 'uint256' },
          { name: 'uncounted', internalType: 'uint256', type: 'uint256' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: '', internalType: 'address', type: 'address' },
      { name: '', internalType: 'address', type: 'address' },
      { name: '', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'statement',
    outputs: [
      {
        name: '',
        internalType: 'struct Statement',
        type: 'tuple',
        components: [
          { name: 'earned', internalType: 'uint256', type: 'uint256' },
          { name: 'reversed', internalType: 'uint256', type: 'uint256' },
          { name: 'held', internalType: 'uint256', type: 'uint256' },
          { name: 'locked', internalType: 'uint256', type: 'uint256' },
          { name: 'claimed', internalType: 'uint256', type: 'uint256' },
          { name: 'claimable', internalType: 'uint256', type: 'uint256' },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'interfaceId', internalType: 'bytes4', type: 'bytes4' }],
    name: 'supportsInterface',
    outputs: [{ name: '', internalType: 'bool', type: 'bool' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [{ name: 'currency', internalType: 'address', type: 'address' }],
    name: 'sync',
    outputs: [{ name: 'amount', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [],
    name: 'terms',
    outputs: [
      {
        name: '',
        internalType: 'struct Terms',
        type: 'tuple',
        components: [
          { name: 'name', internalType: 'string', type: 'string' },
          { name: 'operator', internalType: 'address', type: 'address' },
          { name: 'attributor', internalType: 'address', type: 'address' },
          { name: 'arbiter', internalType: 'address', type: 'address' },
          { name: 'treasury', internalType: 'address', type: 'address' },
          { name: 'start', internalType: 'uint40', type: 'uint40' },
          { name: 'period', internalType: 'uint32', type: 'uint32' },
          { name: 'holdPeriods', internalType: 'uint8', type: 'uint8' },
          { name: 'noticePeriods', internalType: 'uint8', type: 'uint8' },
          { name: 'ceiling', internalType: 'uint24', type: 'uint24' },
          { name: 'commission', internalType: 'uint24', type: 'uint24' },
          { name: 'residualRole', internalType: 'uint8', type: 'uint8' },
          { name: 'currencies', internalType: 'address[]', type: 'address[]' },
          { name: 'kinds', internalType: 'string[]', type: 'string[]' },
          { name: 'tiers', internalType: 'string[]', type: 'string[]' },
          {
            name: 'roles',
            internalType: 'struct Role[]',
            type: 'tuple[]',
            components: [
              { name: 'name', internalType: 'string', type: 'string' },
              { name: 'net', internalType: 'bool', type: 'bool' },
              { name: 'missing', internalType: 'uint8', type: 'uint8' },
              { name: 'pool', internalType: 'uint8', type: 'uint8' },
              { name: 'ceiling', internalType: 'uint24', type: 'uint24' },
              { name: 'rates', internalType: 'uint24[]', type: 'uint24[]' },
              { name: 'tiers', internalType: 'uint24[]', type: 'uint24[]' },
              { name: 'tenure', internalType: 'uint24[]', type: 'uint24[]' },
              {
                name: 'network',
                internalType: 'struct Bonus',
                type: 'tuple',
                components: [
                  { name: 'every', internalType: 'uint96', type: 'uint96' },
                  { name: 'add', internalType: 'uint24', type: 'uint24' },
                  { name: 'max', internalType: 'uint24', type: 'uint24' },
                ],
              },
              {
                name: 'volume',
                internalType: 'struct Bonus',
                type: 'tuple',
                components: [
                  { name: 'every', internalType: 'uint96', type: 'uint96' },
                  { name: 'add', internalType: 'uint24', type: 'uint24' },
                  { name: 'max', internalType: 'uint24', type: 'uint24' },
                ],
              },
            ],
          },
          {
            name: 'standing',
            internalType: 'struct StandingLine[]',
            type: 'tuple[]',
            components: [
              { name: 'name', internalType: 'string', type: 'string' },
              { name: 'holder', internalType: 'address', type: 'address' },
              { name: 'kinds', internalType: 'uint16', type: 'uint16' },
              { name: 'starts', internalType: 'uint40', type: 'uint40' },
              { name: 'ends', internalType: 'uint40', type: 'uint40' },
              { name: 'rates', internalType: 'uint24[]', type: 'uint24[]' },
            ],
          },
        ],
      },
    ],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'termsHash',
    outputs: [{ name: '', internalType: 'bytes32', type: 'bytes32' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'useNonce',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'currency', internalType: 'address', type: 'address' },
      { name: 'amount', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'withdrawFunds',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  { type: 'receive', stateMutability: 'payable' },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// ProgramFactory
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const programFactoryAbi = [
  {
    type: 'constructor',
    inputs: [
      { name: 'implementation_', internalType: 'address', type: 'address' },
    ],
    stateMutability: 'nonpayable',
  },
  {
    type: 'error',
    inputs: [
      { name: 'capacity', internalType: 'uint256', type: 'uint256' },
      { name: 'wanted', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'ByteWriter_Full',
  },
  {
    type: 'error',
    inputs: [{ name: 'text', internalType: 'string', type: 'string' }],
    name: 'ByteWriter_TextTooLong',
  },
  {
    type: 'error',
    inputs: [
      { name: 'value', internalType: 'uint256', type: 'uint256' },
      { name: 'size', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'ByteWriter_TooLarge',
  },
  { type: 'error', inputs: [], name: 'CloneArgumentsTooLong' },
  { type: 'error', inputs: [], name: 'Create2EmptyBytecode' },
  { type: 'error', inputs: [], name: 'FailedDeployment' },
  {
    type: 'error',
    inputs: [
      { name: 'balance', internalType: 'uint256', type: 'uint256' },
      { name: 'needed', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'InsufficientBalance',
  },
  {
    type: 'error',
    inputs: [
      { name: 'field', internalType: 'string', type: 'string' },
      { name: 'index', internalType: 'uint256', type: 'uint256' },
      { name: 'value', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'Terms_Invalid',
  },
  {
    type: 'error',
    inputs: [
      { name: 'index', internalType: 'uint256', type: 'uint256' },
      { name: 'currency', internalType: 'address', type: 'address' },
    ],
    name: 'Terms_InvalidCurrency',
  },
  {
    type: 'error',
    inputs: [
      { name: 'kind', internalType: 'uint256', type: 'uint256' },
      { name: 'worst', internalType: 'uint256', type: 'uint256' },
      { name: 'ceiling', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'Terms_PaysOverCeiling',
  },
  {
    type: 'error',
    inputs: [{ name: 'count', internalType: 'uint256', type: 'uint256' }],
    name: 'Terms_TooManyCuts',
  },
  {
    type: 'error',
    inputs: [
      { name: 'field', internalType: 'string', type: 'string' },
      { name: 'index', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'Terms_ZeroAddress',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'program',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'operator',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'termsHash',
        internalType: 'bytes32',
        type: 'bytes32',
        indexed: true,
      },
      { name: 'name', internalType: 'string', type: 'string', indexed: false },
      { name: 'uri', internalType: 'string', type: 'string', indexed: false },
    ],
    name: 'ProgramCreated',
  },
  {
    type: 'function',
    inputs: [
      {
        name: 'terms',
        internalType: 'struct Terms',
        type: 'tuple',
        components: [
          { name: 'name', internalType: 'string', type: 'string' },
          { name: 'operator', internalType: 'address', type: 'address' },
          { name: 'attributor', internalType: 'address', type: 'address' },
          { name: 'arbiter', internalType: 'address', type: 'address' },
          { name: 'treasury', internalType: 'address', type: 'address' },
          { name: 'start', internalType: 'uint40', type: 'uint40' },
          { name: 'period', internalType: 'uint32', type: 'uint32' },
          { name: 'holdPeriods', internalType: 'uint8', type: 'uint8' },
          { name: 'noticePeriods', internalType: 'uint8', type: 'uint8' },
          { name: 'ceiling', internalType: 'uint24', type: 'uint24' },
          { name: 'commission', internalType: 'uint24', type: 'uint24' },
          { name: 'residualRole', internalType: 'uint8', type: 'uint8' },
          { name: 'currencies', internalType: 'address[]', type: 'address[]' },
          { name: 'kinds', internalType: 'string[]', type: 'string[]' },
          { name: 'tiers', internalType: 'string[]', type: 'string[]' },
          {
            name: 'roles',
            internalType: 'struct Role[]',
            type: 'tuple[]',
            components: [
              { name: 'name', internalType: 'string', type: 'string' },
              { name: 'net', internalType: 'bool', type: 'bool' },
              { name: 'missing', internalType: 'uint8', type: 'uint8' },
              { name: 'pool', internalType: 'uint8', type: 'uint8' },
              { name: 'ceiling', internalType: 'uint24', type: 'uint24' },
              { name: 'rates', internalType: 'uint24[]', type: 'uint24[]' },
              { name: 'tiers', internalType: 'uint24[]', type: 'uint24[]' },
              { name: 'tenure', internalType: 'uint24[]', type: 'uint24[]' },
              {
                name: 'network',
                internalType: 'struct Bonus',
                type: 'tuple',
                components: [
                  { name: 'every', internalType: 'uint96', type: 'uint96' },
                  { name: 'add', internalType: 'uint24', type: 'uint24' },
                  { name: 'max', internalType: 'uint24', type: 'uint24' },
                ],
              },
              {
                name: 'volume',
                internalType: 'struct Bonus',
                type: 'tuple',
                components: [
                  { name: 'every', internalType: 'uint96', type: 'uint96' },
                  { name: 'add', internalType: 'uint24', type: 'uint24' },
                  { name: 'max', internalType: 'uint24', type: 'uint24' },
                ],
              },
            ],
          },
          {
            name: 'standing',
            internalType: 'struct StandingLine[]',
            type: 'tuple[]',
            components: [
              { name: 'name', internalType: 'string', type: 'string' },
              { name: 'holder', internalType: 'address', type: 'address' },
              { name: 'kinds', internalType: 'uint16', type: 'uint16' },
              { name: 'starts', internalType: 'uint40', type: 'uint40' },
              { name: 'ends', internalType: 'uint40', type: 'uint40' },
              { name: 'rates', internalType: 'uint24[]', type: 'uint24[]' },
            ],
          },
        ],
      },
      { name: 'uri', internalType: 'string', type: 'string' },
      { name: 'salt', internalType: 'bytes32', type: 'bytes32' },
    ],
    name: 'create',
    outputs: [{ name: 'program', internalType: 'address', type: 'address' }],
    stateMutability: 'nonpayable',
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
    inputs: [
      {
        name: 'terms',
        internalType: 'struct Terms',
        type: 'tuple',
        components: [
          { name: 'name', internalType: 'string', type: 'string' },
          { name: 'operator', internalType: 'address', type: 'address' },
          { name: 'attributor', internalType: 'address', type: 'address' },
          { name: 'arbiter', internalType: 'address', type: 'address' },
          { name: 'treasury', internalType: 'address', type: 'address' },
          { name: 'start', internalType: 'uint40', type: 'uint40' },
          { name: 'period', internalType: 'uint32', type: 'uint32' },
          { name: 'holdPeriods', internalType: 'uint8', type: 'uint8' },
          { name: 'noticePeriods', internalType: 'uint8', type: 'uint8' },
          { name: 'ceiling', internalType: 'uint24', type: 'uint24' },
          { name: 'commission', internalType: 'uint24', type: 'uint24' },
          { name: 'residualRole', internalType: 'uint8', type: 'uint8' },
          { name: 'currencies', internalType: 'address[]', type: 'address[]' },
          { name: 'kinds', internalType: 'string[]', type: 'string[]' },
          { name: 'tiers', internalType: 'string[]', type: 'string[]' },
          {
            name: 'roles',
            internalType: 'struct Role[]',
            type: 'tuple[]',
            components: [
              { name: 'name', internalType: 'string', type: 'string' },
              { name: 'net', internalType: 'bool', type: 'bool' },
              { name: 'missing', internalType: 'uint8', type: 'uint8' },
              { name: 'pool', internalType: 'uint8', type: 'uint8' },
              { name: 'ceiling', internalType: 'uint24', type: 'uint24' },
              { name: 'rates', internalType: 'uint24[]', type: 'uint24[]' },
              { name: 'tiers', internalType: 'uint24[]', type: 'uint24[]' },
              { name: 'tenure', internalType: 'uint24[]', type: 'uint24[]' },
              {
                name: 'network',
                internalType: 'struct Bonus',
                type: 'tuple',
                components: [
                  { name: 'every', internalType: 'uint96', type: 'uint96' },
                  { name: 'add', internalType: 'uint24', type: 'uint24' },
                  { name: 'max', internalType: 'uint24', type: 'uint24' },
                ],
              },
              {
                name: 'volume',
                internalType: 'struct Bonus',
                type: 'tuple',
                components: [
                  { name: 'every', internalType: 'uint96', type: 'uint96' },
                  { name: 'add', internalType: 'uint24', type: 'uint24' },
                  { name: 'max', internalType: 'uint24', type: 'uint24' },
                ],
              },
            ],
          },
          {
            name: 'standing',
            internalType: 'struct StandingLine[]',
            type: 'tuple[]',
            components: [
              { name: 'name', internalType: 'string', type: 'string' },
              { name: 'holder', internalType: 'address', type: 'address' },
              { name: 'kinds', internalType: 'uint16', type: 'uint16' },
              { name: 'starts', internalType: 'uint40', type: 'uint40' },
              { name: 'ends', internalType: 'uint40', type: 'uint40' },
              { name: 'rates', internalType: 'uint24[]', type: 'uint24[]' },
            ],
          },
        ],
      },
      { name: 'uri', internalType: 'string', type: 'string' },
      { name: 'salt', internalType: 'bytes32', type: 'bytes32' },
      { name: 'caller', internalType: 'address', type: 'address' },
    ],
    name: 'predict',
    outputs: [{ name: '', internalType: 'address', type: 'address' }],
    stateMutability: 'view',
  },
] as const

//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////
// TestToken
//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////

export const testTokenAbi = [
  {
    type: 'constructor',
    inputs: [
      { name: 'name_', internalType: 'string', type: 'string' },
      { name: 'symbol_', internalType: 'string', type: 'string' },
      { name: 'decimals_', internalType: 'uint8', type: 'uint8' },
    ],
    stateMutability: 'nonpayable',
  },
  {
    type: 'error',
    inputs: [
      { name: 'spender', internalType: 'address', type: 'address' },
      { name: 'allowance', internalType: 'uint256', type: 'uint256' },
      { name: 'needed', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'ERC20InsufficientAllowance',
  },
  {
    type: 'error',
    inputs: [
      { name: 'sender', internalType: 'address', type: 'address' },
      { name: 'balance', internalType: 'uint256', type: 'uint256' },
      { name: 'needed', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'ERC20InsufficientBalance',
  },
  {
    type: 'error',
    inputs: [{ name: 'approver', internalType: 'address', type: 'address' }],
    name: 'ERC20InvalidApprover',
  },
  {
    type: 'error',
    inputs: [{ name: 'receiver', internalType: 'address', type: 'address' }],
    name: 'ERC20InvalidReceiver',
  },
  {
    type: 'error',
    inputs: [{ name: 'sender', internalType: 'address', type: 'address' }],
    name: 'ERC20InvalidSender',
  },
  {
    type: 'error',
    inputs: [{ name: 'spender', internalType: 'address', type: 'address' }],
    name: 'ERC20InvalidSpender',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      {
        name: 'owner',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'spender',
        internalType: 'address',
        type: 'address',
        indexed: true,
      },
      {
        name: 'value',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'Approval',
  },
  {
    type: 'event',
    anonymous: false,
    inputs: [
      { name: 'from', internalType: 'address', type: 'address', indexed: true },
      { name: 'to', internalType: 'address', type: 'address', indexed: true },
      {
        name: 'value',
        internalType: 'uint256',
        type: 'uint256',
        indexed: false,
      },
    ],
    name: 'Transfer',
  },
  {
    type: 'function',
    inputs: [
      { name: 'owner', internalType: 'address', type: 'address' },
      { name: 'spender', internalType: 'address', type: 'address' },
    ],
    name: 'allowance',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'spender', internalType: 'address', type: 'address' },
      { name: 'value', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'approve',
    outputs: [{ name: '', internalType: 'bool', type: 'bool' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [{ name: 'account', internalType: 'address', type: 'address' }],
    name: 'balanceOf',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'decimals',
    outputs: [{ name: '', internalType: 'uint8', type: 'uint8' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'to', internalType: 'address', type: 'address' },
      { name: 'amount', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'mint',
    outputs: [],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [],
    name: 'name',
    outputs: [{ name: '', internalType: 'string', type: 'string' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'symbol',
    outputs: [{ name: '', internalType: 'string', type: 'string' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [],
    name: 'totalSupply',
    outputs: [{ name: '', internalType: 'uint256', type: 'uint256' }],
    stateMutability: 'view',
  },
  {
    type: 'function',
    inputs: [
      { name: 'to', internalType: 'address', type: 'address' },
      { name: 'value', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'transfer',
    outputs: [{ name: '', internalType: 'bool', type: 'bool' }],
    stateMutability: 'nonpayable',
  },
  {
    type: 'function',
    inputs: [
      { name: 'from', internalType: 'address', type: 'address' },
      { name: 'to', internalType: 'address', type: 'address' },
      { name: 'value', internalType: 'uint256', type: 'uint256' },
    ],
    name: 'transferFrom',
    outputs: [{ name: '', internalType: 'bool', type: 'bool' }],
    stateMutability: 'nonpayable',
  },
] as const
