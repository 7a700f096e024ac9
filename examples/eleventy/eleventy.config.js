/** The files for a page come from the package, and the API's documents from the site itself. */
export default function (config) {
  config.addPassthroughCopy({ '../node_modules/tcns-widgets/dist/cdn': 'tcns' });
  config.addPassthroughCopy({ public: '/' });
  return { dir: { input: 'pages', output: 'dist' } };
}
