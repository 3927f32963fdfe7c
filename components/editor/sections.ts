/** The editor's sections in their order, each with the key that leads there after G. */
export const SECTIONS = [
  { id: "lines", title: "Specializations", key: "l" },
  { id: "skills", title: "Skills", key: "k" },
  { id: "companions", title: "Pets or legends", key: "p" },
  { id: "weapons", title: "Weapons", key: "w" },
  { id: "equipment", title: "Equipment", key: "e" },
  { id: "assumptions", title: "Assumptions", key: "a" },
  { id: "numbers", title: "Figures", key: "n" },
  { id: "findings", title: "What the game does not allow", key: "f" },
  { id: "save", title: "Name, notes and saving", key: "d" },
] as const;

export type SectionId = (typeof SECTIONS)[number]["id"];
