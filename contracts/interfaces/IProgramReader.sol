// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Programs in words, for whoever has a block explorer and nothing else
/// @notice Answers in sentences, with names, dates and decimal numbers, and works whether or not the explorer knows what a program's
/// address runs. It stores nothing and trusts nothing but the program: what it says of money stands in the program's storage, or is
/// proved by it, or it says that it is not.
///
/// A program keeps no sales, but a root over them: a sale stands in its `SalePosted` log. On the program's page an explorer lists
/// it; its second topic is the sale's id, and its data is what these functions take.
/// @dev Meant for reading off chain: the cost of its functions grows with terms, lines and partners.
interface IProgramReader {
    /* ERRORS */

    /// @notice Thrown when an address is no program that runs this reader's code.
    error ProgramReader_NotAProgram(address program);

    /// @notice Thrown when what was given is not the data of a `SalePosted` or `SaleReattributed` log.
    error ProgramReader_NotTheDataOfASale(bytes data);

    /// @notice Thrown when a sale names a batch that the program does not know.
    error ProgramReader_UnknownBatch(uint256 batch);

    /// @notice Thrown when a sale was not posted as it is shown, or the path is not its own.
    error ProgramReader_NotPosted(bytes32 id, uint256 batch, uint256 place);

    /* DEPLOYMENT */

    /// @notice The contract that answers of parties and the program.
    function parties() external view returns (address module);

    /// @notice The code that the programs run that this reader reads.
    function implementation() external view returns (address module);

    /* SALES */

    /// @notice An external id as logs have it: what to look for among a program's logs.
    /// @param id As the operator's files have it, such as `S-1002`; one that logs show as `0x…` stays as it is.
    /// @return topic The text itself up to 31 bytes, else its keccak256.
    function topicOf(string calldata id) external pure returns (bytes32 topic);

    /// @notice What is known of a sale by its id alone, and how to find the rest.
    /// @param program The program.
    /// @param id As in `topicOf`.
    /// @return words A sentence each.
    function find(address program, string calldata id) external view returns (string[] memory words);

    /// @notice What a sale pays to whom and why, what was taken back of it, and whether it is disputed.
    ///
    /// @dev Notes:
    /// - Says whether the program proves it. A sale that is alone in its batch, and one that has other partners since, is proved by
    ///   itself; another is by its path, see `proven`. Without, it is as the log says: an explorer that lists the log among those of
    ///   the program shows that the program told it.
    /// - Refunds and disputes are the program's own state, whatever was given.
    ///
    /// Requirements:
    /// - The address is a program of this code, else {ProgramReader_NotAProgram}.
    /// - `data` is that of a sale's log, else {ProgramReader_NotTheDataOfASale}, and of a batch that was posted, else
    ///   {ProgramReader_UnknownBatch}.
    ///
    /// @param program The program.
    /// @param id As in `topicOf`.
    /// @param data Of the sale's `SalePosted` log; once it has other partners, of its `SaleReattributed` log.
    /// @return words A sentence each.
    function sale(
        address program,
        string calldata id,
        bytes calldata data
    ) external view returns (string[] memory words);

    /// @notice The same, proved.
    /// @dev Reverts as `sale`, and with {ProgramReader_NotPosted} where the sale was not posted so.
    /// @param program The program.
    /// @param id As in `topicOf`.
    /// @param data As in `sale`.
    /// @param path From the sale's leaf to its batch's root, as `sales show` prints it and a `SaleDisputed` log has it.
    /// @return words A sentence each.
    function proven(
        address program,
        string calldata id,
        bytes calldata data,
        bytes32[] calldata path
    ) external view returns (string[] memory words);

    /// @notice What was taken back of a sale, of whom, and what each line has left; and how its dispute stands.
    /// @dev Reverts as `sale`.
    /// @param program The program.
    /// @param id As in `topicOf`.
    /// @param data As in `sale`.
    /// @return words A sentence each.
    function refunds(
        address program,
        string calldata id,
        bytes calldata data
    ) external view returns (string[] memory words);

    /* PARTIES */

    /// @notice Who a party is, what it earned and what it can claim.
    /// @dev Reverts with {ProgramReader_NotAProgram}.
    /// @param program The program.
    /// @param wallet The address that a partner was enrolled with, or a holder of a standing line or pool, or whoever else is owed
    /// something.
    /// @return words A sentence each.
    function party(address program, address wallet) external view returns (string[] memory words);

    /// @notice The same, of the partner that is called so.
    /// @dev Looks through 500 partners; says where to go on. Reverts with {ProgramReader_NotAProgram}.
    /// @param program The program.
    /// @param name As it was enrolled.
    /// @param from The number of the first partner to look at, from 1.
    /// @return words A sentence each.
    function partyNamed(
        address program,
        string calldata name,
        uint256 from
    ) external view returns (string[] memory words);

    /// @notice Who the partners are.
    /// @dev Lists 100 at most. Reverts with {ProgramReader_NotAProgram}.
    /// @param program The program.
    /// @param from The number of the first one, from 1.
    /// @return words A sentence each.
    function partners(address program, uint256 from) external view returns (string[] memory words);

    /* THE PROGRAM */

    /// @notice The terms in force, and who has which power now.
    /// @dev Reverts with {ProgramReader_NotAProgram}.
    /// @param program The program.
    /// @return words A sentence each.
    function deal(address program) external view returns (string[] memory words);

    /// @notice What the program has, owes, and has free, per currency.
    /// @dev Reverts with {ProgramReader_NotAProgram}.
    /// @param program The program.
    /// @return words A sentence each.
    function money(address program) external view returns (string[] memory words);
}
