/** Smaller editors of HTML that portals of their own making use, with their defaults; recipes as in `editors.mjs`. */
import { SETTLED } from './editors.mjs';

/** An editor that is a plugin of jQuery. */
const jquery = (name, script, make, filter) => ({
  package: name,
  more: ['jquery@3'],
  folder: name,
  page: (lib) =>
    `<div><textarea id="e"></textarea></div><script src="${lib}/../jquery/dist/jquery.min.js"></script><script src="${lib}/${script}"></script><script>
${SETTLED}
${make}
window.filter = async (html) => { ${filter} };
</script>`,
});

/** By the name that `npm run test:systems` takes. */
export const SMALL_EDITORS = {
  trumbowyg: {
    Trumbowyg: jquery(
      'trumbowyg',
      'dist/trumbowyg.min.js',
      `$('#e').trumbowyg({ svgPath: false });`,
      `$('#e').trumbowyg('html', html); return settled(() => $('#e').trumbowyg('html'));`,
    ),
  },
  sceditor: {
    SCEditor: {
      package: 'sceditor',
      folder: 'sceditor',
      page: (lib) => `<textarea id="e" style="width:600px;height:200px"></textarea>
<script src="${lib}/minified/sceditor.min.js"></script><script src="${lib}/minified/formats/xhtml.js"></script><script>
${SETTLED}
sceditor.create(document.querySelector('#e'), { format: 'xhtml', emoticonsEnabled: false, style: '' });
const editor = sceditor.instance(document.querySelector('#e'));
window.filter = async (html) => { editor.val(html); return settled(() => editor.val()); };
</script>`,
    },
  },
  suneditor: {
    SunEditor: {
      package: 'suneditor',
      folder: 'suneditor',
      entry: `import suneditor, { plugins } from 'suneditor';
${SETTLED}
document.querySelector('#e').innerHTML = '<textarea id="s"></textarea>';
const ready = new Promise((done) => { const made = suneditor.create(document.querySelector('#s'), { plugins, buttonList: [['bold', 'link', 'codeView']], events: { onload: () => done(made) } }); });
window.filter = async (html) => { const editor = await ready; editor.$.html.set(html); return settled(() => editor.$.html.get()); };`,
    },
  },
  wangeditor: {
    wangEditor: {
      package: '@wangeditor/editor',
      folder: 'wangeditor',
      page: (
        lib,
      ) => `<div id="e" style="height:200px"></div><script src="${lib}/dist/index.js"></script><script>
${SETTLED}
const editor = wangEditor.createEditor({ selector: '#e', html: '<p><br></p>' });
window.filter = async (html) => { editor.setHtml(html); return settled(() => editor.getHtml()); };
</script>`,
    },
  },
  grapesjs: {
    GrapesJS: {
      package: 'grapesjs',
      folder: 'grapesjs',
      page: (
        lib,
      ) => `<div id="e" style="height:300px"></div><script src="${lib}/dist/grapes.min.js"></script><script>
${SETTLED}
// Of an element with a style it makes a rule in CSS, with an id that is another each time.
const editor = grapesjs.init({ container: '#e', storageManager: false, telemetry: false });
const ready = new Promise((done) => editor.onReady(done));
window.filter = async (html) => { await ready; editor.setComponents(html); return settled(() => editor.getHtml().replace(/ id="i[a-z0-9-]+"/g, '')); };
</script>`,
    },
  },
};
