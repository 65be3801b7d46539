// Makes calls one after the other and gives back what the last one answers: what a call would do once others are done. It is lent
// to an account for one question to a node, so that the calls come from that account.
//
// calls:  each 20 bytes of the target, 32 of the value, 4 with the data's length, the data
// answer: the last call's
// Where a call fails all of it does, with the call's own error.
object "AfterCalls" {
  code {
    let size := calldatasize()
    calldatacopy(0, 0, size)
    for { let at := 0 } lt(at, size) {} {
      let length := shr(224, mload(add(at, 52)))
      let ok := call(gas(), shr(96, mload(at)), mload(add(at, 20)), add(at, 56), length, 0, 0)
      at := add(add(at, 56), length)
      if iszero(ok) {
        returndatacopy(size, 0, returndatasize())
        revert(size, returndatasize())
      }
    }
    let found := returndatasize()
    returndatacopy(size, 0, found)
    return(size, found)
  }
}
