// Loaded before the first paint, so that a dark room is not lit up by a white page. No module: those come later.
{
  let wanted = null;
  try {
    wanted = localStorage.getItem('aftercare-theme');
  } catch {
    // Storage is forbidden here: the system's wish it is.
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = wanted === 'light' || wanted === 'dark' ? wanted : dark ? 'dark' : 'light';
}
