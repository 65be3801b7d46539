/** Names as an attacker would choose them. Each would call `pwned` if it ever became part of the page. */
export const PAYLOADS = [
  `<img src=x onerror="window.pwned=1">`,
  `<script>window.pwned=1</script>`,
  `"><svg onload=window.pwned=1>`,
  `javascript:window.pwned=1//`,
  "{{constructor.constructor('window.pwned=1')()}}",
  `<iframe srcdoc="<script>parent.pwned=1</script>">`,
  `</title><script>window.pwned=1</script>`,
] as const;
