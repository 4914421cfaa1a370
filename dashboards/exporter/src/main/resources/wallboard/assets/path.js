/**
 * The name at the end of a page's path, decoded; empty if there is none or it is not decodable.
 * @param {string} prefix such as /regions/
 * @param {string} path
 */
export function nameInPath(prefix, path) {
  if (!path.startsWith(prefix)) {
    return '';
  }
  try {
    return decodeURIComponent(path.slice(prefix.length));
  } catch {
    return '';
  }
}
