// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @dev Offsets in the packed terms. All numbers are big-endian and unpadded.
/// ```
/// header      fixed, the offsets below
/// currencies  n × (token 20, decimals 1)
/// rows        n × (time 5, inner 1, standing rate 3 × kinds)   row 0 at the program's start, then one per cut; `inner` is how
///                                                           many cuts up to it lie inside a period, not at a period's start
/// roles       n × (offset 2), then the records
///   record    flags 1, missing 1, pool 1, ceiling 3, rates 3 × kinds, tiers 3 × tiers,
///             tenure count 1, tenure 3 × count, bonuses 18 × those it has
/// pages       n × (address 20)                              data contracts of standing lines
/// extras      posting limit 12, minimum payout 12, disputes 1, dispute periods 1, move days 1, handover days 1,
///             silence periods 1, line notice periods 1, tax account 20, guardian 20, standby 20,
///             counts of what follows, 1 each
///   outcomes     n × (kind 1, per period 1, amount 12)
///   pools        n × (holder 20)
///   graduations  n × (tier 1, earned 12, sales 4, months 2, score 4)
///   milestones   n × (by sales 1, at 12, pays 12)
///   checkpoints  n × (time 5)
///   clauses      n × (standing line 2, currency 1, cap per 1, threshold per 1, cap 12, threshold 12, fee 12, minimum 12, buyout 4)
/// names       program, kinds, tiers, roles, lines, pools, milestones: each (length 1, text)
/// ```
uint256 constant AT_START = 0;
uint256 constant AT_PERIOD = 5;
uint256 constant AT_HOLD = 9;
uint256 constant AT_NOTICE = 10;
uint256 constant AT_CEILING = 11;
uint256 constant AT_COMMISSION = 14;
uint256 constant AT_RESIDUAL_ROLE = 17;
uint256 constant AT_CURRENCIES = 18;
uint256 constant AT_KINDS = 19;
uint256 constant AT_TIERS = 20;
uint256 constant AT_ROLES = 21;
uint256 constant AT_LINES = 22;
uint256 constant AT_ROWS = 24;
uint256 constant AT_PAGES = 25;
uint256 constant AT_ROWS_OFFSET = 26;
uint256 constant AT_ROLES_OFFSET = 28;
uint256 constant AT_PAGES_OFFSET = 30;
uint256 constant AT_NAMES_OFFSET = 32;
uint256 constant AT_FLAGS = 34;
uint256 constant AT_HASH = 35;
uint256 constant AT_OPERATOR = 67;
uint256 constant AT_ATTRIBUTOR = 87;
uint256 constant AT_ARBITER = 107;
uint256 constant AT_TREASURY = 127;
uint256 constant AT_EXTRAS_OFFSET = 147;
uint256 constant AT_OUTCOMES = 149;
uint256 constant HEADER_SIZE = 151;
uint256 constant CURRENCY_SIZE = 21;

/// @dev Bytes of a row before its rates.
uint256 constant ROW_HEAD = 6;

/// @dev Offsets from where the extras begin.
uint256 constant EXTRA_LIMIT = 0;
uint256 constant EXTRA_MINIMUM = 12;
uint256 constant EXTRA_DISPUTES = 24;
uint256 constant EXTRA_DISPUTE_PERIODS = 25;
uint256 constant EXTRA_MOVE_DAYS = 26;
uint256 constant EXTRA_HANDOVER_DAYS = 27;
uint256 constant EXTRA_SILENCE_PERIODS = 28;
uint256 constant EXTRA_LINE_NOTICE = 29;
uint256 constant EXTRA_TAX_ACCOUNT = 30;
uint256 constant EXTRA_GUARDIAN = 50;
uint256 constant EXTRA_STANDBY = 70;
uint256 constant EXTRA_COUNTS = 90;
uint256 constant EXTRA_LISTS = 96;

/// @dev The lists of the extras, in their order.
uint256 constant OUTCOMES = 0;
uint256 constant POOLS = 1;
uint256 constant GRADUATIONS = 2;
uint256 constant MILESTONES = 3;
uint256 constant CHECKPOINTS = 4;
uint256 constant CLAUSES = 5;

/// @dev Bytes of each list's records, one byte each, the first list's highest.
uint256 constant LIST_SIZES = 0x0e1417190539;

/// @dev Of a role, and of the program where some role has it.
uint256 constant FLAG_NET = 1;
uint256 constant FLAG_REFERRED = 2;
uint256 constant FLAG_MISSING = 4;

/// @dev Of a role: from this bit on, which bonuses it has, see `Bonuses`.
uint256 constant BONUS_SHIFT = 3;

/// @dev Of the program: some role has a bonus; partners accept before they claim; graduations or milestones count sales;
/// posting is limited; some role's rate depends on the partner's tier or tenure.
uint256 constant FLAG_BONUSES = 8;
uint256 constant FLAG_ACCEPTANCE = 16;
uint256 constant FLAG_COUNTS = 32;
uint256 constant FLAG_LIMIT = 64;
uint256 constant FLAG_PERSONAL = 128;
