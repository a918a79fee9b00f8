/** The file CNAME, by which a repository names its domain to GitHub Pages. */

/** The domain in a CNAME's text: the first word of it, in lower case; undefined where there is none. */
export function domainOfCname(text: string | undefined): string | undefined {
  return text?.trim().split(/\s+/)[0]?.toLowerCase() || undefined;
}
