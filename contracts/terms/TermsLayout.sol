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
///             tenure count 1, tenure 3 × count, bonuses it has: network 18, volume 8
/// pages       n × (address 20)                              data contracts of standing lines
/// extras      offset of the amounts 2, posting limit 2, refund limit 2, least sale 2, minimum payout 2, disputes 1, dispute periods 1, move days 1, handover days 1,
///             silence periods 1, line notice periods 1, tax account 20, guardian 20, standby 20,
///             counts of what follows, 1 each
///   outcomes     n × (kind 1, per period 1, amounts 2)
///   pools        n × (holder 20)
///   graduations  n × (tier 1, earned 2, sales 4, months 2, score 4)
///   milestones   n × (sales 4, earned 2, pays 2)
///   checkpoints  n × (time 5)
///   clauses      n × (standing line 2, cap per 1, threshold per 1, cap 2, threshold 2, fee 2, minimum 2, buyout 4)
/// amounts     n × 12                                        in a currency's smallest unit. What is 2 bytes above is 0, or 1 + the
///                                                           place of the first currency's; those of the others follow it
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
uint256 constant AT_HASH = 36;
uint256 constant AT_OPERATOR = 68;
uint256 constant AT_ATTRIBUTOR = 88;
uint256 constant AT_ARBITER = 108;
uint256 constant AT_TREASURY = 128;
uint256 constant AT_EXTRAS_OFFSET = 148;
uint256 constant AT_OUTCOMES = 150;
uint256 constant HEADER_SIZE = 152;
uint256 constant CURRENCY_SIZE = 21;

/// @dev Bytes of an amount.
uint256 constant AMOUNT_SIZE = 12;

/// @dev Bytes of a row before its rates.
uint256 constant ROW_HEAD = 6;

/// @dev Offsets from where the extras begin.
uint256 constant EXTRA_AMOUNTS = 0;
uint256 constant EXTRA_LIMIT = 2;
uint256 constant EXTRA_REFUND_LIMIT = 4;
uint256 constant EXTRA_LEAST_SALE = 6;
uint256 constant EXTRA_MINIMUM = 8;
uint256 constant EXTRA_DISPUTES = 10;
uint256 constant EXTRA_DISPUTE_PERIODS = 11;
uint256 constant EXTRA_MOVE_DAYS = 12;
uint256 constant EXTRA_HANDOVER_DAYS = 13;
uint256 constant EXTRA_SILENCE_PERIODS = 14;
uint256 constant EXTRA_LINE_NOTICE = 15;
uint256 constant EXTRA_TAX_ACCOUNT = 16;
uint256 constant EXTRA_GUARDIAN = 36;
uint256 constant EXTRA_STANDBY = 56;
uint256 constant EXTRA_COUNTS = 76;
uint256 constant EXTRA_LISTS = 82;

/// @dev The lists of the extras, in their order.
uint256 constant OUTCOMES = 0;
uint256 constant POOLS = 1;
uint256 constant GRADUATIONS = 2;
uint256 constant MILESTONES = 3;
uint256 constant CHECKPOINTS = 4;
uint256 constant CLAUSES = 5;

/// @dev Bytes of each list's records, one byte each, the first list's highest.
uint256 constant LIST_SIZES = 0x04140d080510;

/// @dev Of a role, and of the program where some role has it.
uint256 constant FLAG_NET = 1;
uint256 constant FLAG_REFERRED = 2;
uint256 constant FLAG_MISSING = 4;

/// @dev Of a role: from this bit on, which bonuses it has, see `Bonuses`.
uint256 constant BONUS_SHIFT = 3;

/// @dev Of the program: some role has a bonus; partners accept before they claim; graduations or milestones count sales;
/// posting is limited; some role's rate depends on the partner's tier or tenure; refunds are limited; small sales do not count.
uint256 constant FLAG_BONUSES = 8;
uint256 constant FLAG_ACCEPTANCE = 16;
uint256 constant FLAG_COUNTS = 32;
uint256 constant FLAG_LIMIT = 64;
uint256 constant FLAG_PERSONAL = 128;
uint256 constant FLAG_REFUND_LIMIT = 256;
uint256 constant FLAG_LEAST_SALE = 512;
