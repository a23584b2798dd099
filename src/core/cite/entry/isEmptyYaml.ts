/** Whether a YAML text holds nothing but comments. */
export function isEmptyYaml(text: string): boolean {
  return /^\uFEFF?(?:[^\S\n]*(?:#[^\n]*)?(?:\n|$))*$/u.test(text);
}
