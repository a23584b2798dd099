/**
 * The names under which Obsidian shows the wikilinks of a text: `[[People/Tri Dao|Dao]]` is `Dao`, `[[People/Tri Dao]]`
 * is `Tri Dao` (help.obsidian.md/links).
 */
export function wikilinkNames(text: string): readonly string[] {
  return [...text.matchAll(/\[\[([^[\]]*)\]\]/gu)]
    .map(([, link = '']) => {
      const [target = '', shown] = link.split('|', 2);
      return (shown ?? target.replace(/#.*$/su, '').split('/').at(-1) ?? '').trim();
    })
    .filter((name) => name !== '');
}
