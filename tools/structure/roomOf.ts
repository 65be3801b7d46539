/** The room a file is in: `core/terms`, `frontend/src/lib`, or the floor where it lies outside of all rooms. */
export function roomOf(file: string): string {
  const [floor = "", room = "", inner = "", ...rest] = file.split("/");
  if (floor === "frontend") return rest.length > 0 ? `${floor}/${room}/${inner}` : floor;
  return inner === "" ? floor : `${floor}/${room}`;
}
