/** `{% github_edit_link "Improve this page" %}`: where GitHub lets the page's file be edited. */

import { defineTag } from '../../plugin/api/tag.ts';
import { isTruthy, read } from '../../plugin/api/values.ts';

export const editLinkTag = defineTag('github_edit_link', (call) => {
  const github = read(call.site, 'github');
  const source = read(github, 'source');
  const parts = [read(github, 'repository_url'), read(source, 'branch'), read(call.page, 'path')];
  const [repository, branch, path] = parts.map((part) => (isTruthy(part) ? call.print(part) : undefined));
  if (repository === undefined || branch === undefined || path === undefined) return '';
  const folder = call.print(read(source, 'path')).replace(/^\/+|\/+$/g, '');
  const address = [repository, 'edit', branch, folder, path.replace(/^\/+/, '')]
    .filter((part) => part !== '')
    .join('/');
  const [, double, single] = /"(.*)"|'(.*)'/.exec(call.markup) ?? [];
  const escaped = call.print(call.filter('uri_escape', address));
  const text = double ?? single;
  return text === undefined ? escaped : `<a href="${escaped}">${text}</a>`;
});
