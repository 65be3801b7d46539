// Makes calls one after the other, each on what those before have done, and gives back the gas that each took. It is lent to an
// account for one question to a node, so that the calls come from that account.
//
// calls:   each 20 bytes of the target, 32 of the value, 4 with the data's length, the data
// answers: 32 bytes with the gas of each
// Where a call fails all of it does, with the call's own error.
object "GasOfCalls" {
  code {
    let size := calldatasize()
    calldatacopy(0, 0, size)
    let out := size
    for { let at := 0 } lt(at, size) {} {
      let length := shr(224, mload(add(at, 52)))
      let left := gas()
      let ok := call(gas(), shr(96, mload(at)), mload(add(at, 20)), add(at, 56), length, 0, 0)
      let used := sub(left, gas())
      if iszero(ok) {
        returndatacopy(out, 0, returndatasize())
        revert(out, returndatasize())
      }
      mstore(out, used)
      out := add(out, 32)
      at := add(add(at, 56), length)
    }
    return(size, sub(out, size))
  }
}
