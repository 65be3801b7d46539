// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { Nonces } from "@openzeppelin/contracts/utils/Nonces.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { Move, Offer, PlanPower, Source } from "../../interfaces/EquityTypes.sol";
import { Acting } from "../../base/Acting.sol";
import { Proposal } from "../../interfaces/Types.sol";
import { Clock, Extra, Head } from "../../libraries/GrantWords.sol";

/// @dev See `GrantWords`.
struct Grant {
    Head head;
    Clock clock;
    Extra extra;
}

/// @dev A grant's money in one currency.
/// @param base The level above which it earns.
/// @param taken What was paid of what it earned above its base.
struct Book {
    uint160 base;
    uint96 taken;
}

/// @dev The rest of it, of grants that left and of plans without catching up.
/// @param owed Payable whatever happens.
/// @param contingent Owed if an exit comes in time.
/// @param paid What was paid that `taken` does not tell.
struct Dues {
    uint96 owed;
    uint96 contingent;
    uint96 paid;
}

/// @dev What a call needs to know.
/// @param entry The base before the leave.
/// @param price What the call paid.
struct CallBook {
    uint160 entry;
    uint96 price;
}

/// @dev Money per unit times 2^64, and all that is counted and not paid.
struct Level {
    uint160 level;
    uint96 counted;
}

/// @param waiting What nobody takes part in yet.
/// @param treasury The treasury's to claim.
/// @param last The last period in which the level moved, plus one.
/// @param first The first one, plus one.
struct Pot {
    uint96 waiting;
    uint96 treasury;
    uint32 last;
    uint32 first;
}

/// @param tax The tax account's to claim.
/// @param offered Prices on offer.
struct Aside {
    uint96 tax;
    uint96 offered;
}

/// @param grants How many were made.
/// @param exitAt When an exit is in effect; 0: none was declared.
/// @param by Who declared it.
/// @param sources How many lines the plan pulls from.
struct PlanState {
    uint32 grants;
    uint40 exitAt;
    PlanPower by;
    uint8 sources;
}

/// @dev Who has a power.
/// @param time Of the operator: when it last acted.
struct Office {
    address holder;
    uint40 time;
}

/// @title Everything a plan stores
/// @dev `EquityPlan` runs the code of its modules on this storage. Nothing is declared elsewhere but by OpenZeppelin's `Votes`, behind it.
/// `EIP712` keeps names and versions over 31 bytes first: ours are not, so nothing is ever written there.
abstract contract EquityStorage is Acting, EIP712, Nonces, ReentrancyGuardTransient {
    PlanState internal _state;

    /// @dev See `Sharing.units`.
    uint256[2] internal _classUnits;

    mapping(address currency => Level) internal _levels;
    mapping(address currency => Pot) internal _pots;
    mapping(address currency => Aside) internal _asides;

    /// @dev The level as a period began, plus one; of periods in which it moved.
    mapping(address currency => mapping(uint256 period => uint256)) internal _levelAt;

    mapping(uint256 id => Grant) internal _grants;
    mapping(uint256 id => mapping(address currency => Book)) internal _books;
    mapping(uint256 id => mapping(address currency => Dues)) internal _dues;
    mapping(uint256 id => mapping(address currency => CallBook)) internal _calls;
    mapping(uint256 id => Offer) internal _offers;
    mapping(uint256 id => Move) internal _moves;

    Source[4] internal _sources;

    Office[5] internal _offices;

    /// @dev By power and way.
    Proposal[3][5] internal _proposals;

    /// @dev The units of a holder that vote.
    mapping(address holder => uint256) internal _seats;

    constructor() EIP712("Tributary", "1") {}
}
