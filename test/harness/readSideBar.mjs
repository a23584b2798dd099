// @ts-check

/**
 * Reads what the side bar shows. Runs in the page.
 * @returns {{ title: string, filled: boolean }} the title, and whether there are rows below it or a text in their place
 */
export function readSideBar() {
  const sideBar = document.querySelector('.part.sidebar');
  const title = sideBar?.querySelector('.title-label h2')?.textContent ?? '';
  return { title, filled: !!sideBar?.querySelector('.pane-body :is([role=treeitem], .welcome-view-content p)') };
}
