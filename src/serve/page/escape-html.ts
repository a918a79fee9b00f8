/** Text made safe for HTML, in elements and in quoted attributes: everything that the server's own pages say passes here. */

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
