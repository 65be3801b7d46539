// Makes many calls that change nothing and gives all answers back at once. It runs as the creation code of a contract that is
// never created, so no chain needs to have it. Answers go back as that contract's code: at most 24,576 bytes of them.
//
// calls:   each 20 bytes of the target, 2 bytes with the data's length, the data
// answers: 32 bytes with the time of the block that was asked, then each 2 bytes with the answer's length, the answer
// Where a call fails all of it does, with the call's own error.
object "ManyCalls" {
  code {
    let size := sub(codesize(), dataoffset("calls"))
    codecopy(0, dataoffset("calls"), size)
    mstore(size, timestamp())
    let out := add(size, 32)
    for { let at := 0 } lt(at, size) {} {
      let length := shr(240, mload(add(at, 20)))
      let ok := staticcall(gas(), shr(96, mload(at)), add(at, 22), length, 0, 0)
      at := add(add(at, 22), length)
      let found := returndatasize()
      if iszero(ok) {
        returndatacopy(out, 0, found)
        revert(out, found)
      }
      mstore(out, shl(240, found))
      returndatacopy(add(out, 2), 0, found)
      out := add(out, add(found, 2))
    }
    return(size, sub(out, size))
  }
  // Stands for the calls, which follow the code.
  data "calls" hex""
}
