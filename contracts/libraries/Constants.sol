// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @dev `StandingLine.kinds` of a line on every kind that is no outcome, those that amendments add later included.
uint16 constant ALL_KINDS = type(uint16).max;

/// @dev 100 % in parts per million.
uint256 constant ONE = 1e6;

/// @dev 100 % in millionths of a ppm: what a rate is counted in while nothing of it is rounded.
uint256 constant EXACT_ONE = 1e12;

/// @dev A base rate of a role on a kind it earns nothing on.
uint24 constant NOT_PAID = type(uint24).max;

/// @dev The rate of a sale line that is what remains of the sale. Fits the 20 bits a stored rate has, above every real rate.
uint24 constant RESIDUAL_RATE = 0xFFFFF;

/// @dev `Terms.residualRole` where the residual is the operator's.
uint8 constant NO_ROLE = type(uint8).max;

/// @dev ETH in the place of a token, as ERC-7528 has it.
address constant ETHER = 0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE;

/// @dev The index of ETH among a program's currencies, whether or not the program takes it.
uint256 constant ETHER_INDEX = 0;

uint256 constant MAX_CURRENCIES = 8;
uint256 constant MAX_KINDS = 16;
uint256 constant MAX_ROLES = 16;
uint256 constant MAX_TIERS = 16;
uint256 constant MAX_CREDITS = 32;

/// @dev Pools have partners' numbers from here on: a number is stored in 20 bits of a sale.
uint256 constant FIRST_POOL = 0xFFFF0;

uint256 constant MAX_PARTNERS = FIRST_POOL - 1;
uint256 constant MAX_POOLS = 16;
uint256 constant MAX_MILESTONES = 64;

/// @dev What a reserve is for where it backs milestones, and not the standing line with this index: none has it.
uint256 constant FOR_MILESTONES = type(uint16).max;

/// @dev Standing lines with a cap, a threshold or a guarantee are settled together, period by period.
uint256 constant MAX_CLAUSES = 32;

/// @dev How often a standing line can be suspended in its life: each suspension is looked at in every later settlement.
uint256 constant MAX_SUSPENSIONS = 4;

/// @dev `Role.stage`.
uint8 constant REFERRED = 2;

/// @dev `Role.missing`.
uint8 constant TO_RESIDUAL = 0;
uint8 constant TO_OTHERS = 1;
uint8 constant TO_POOL = 2;

/// @dev `Clauses.capPer` and `Clauses.thresholdPer`.
uint8 constant NEVER = 0;
uint8 constant PER_YEAR = 1;
uint8 constant PER_LIFE = 2;

uint256 constant YEAR = 365 days;

/// @dev Creation code that returns what follows it: CODESIZE less its own 11 bytes, CODECOPY, RETURN. The last byte is the
/// STOP that data begins with.
bytes12 constant DATA_CREATION = 0x600b380380600b5f395ff300;
