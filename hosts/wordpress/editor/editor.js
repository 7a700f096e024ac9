/*
 * The blocks in the editor: the figure live, its choices, and ways in from pasted code. Written for
 * the browser as it is: the site needs no build step. The widgets and their attributes come from
 * widgets.js, which is generated.
 */
(function (wp) {
  'use strict';

  const blocks = wp.blocks;
  const components = wp.components;
  const data = wp.data;
  const editor = wp.blockEditor;
  const element = wp.element;
  const el = element.createElement;
  const __ = wp.i18n.__;
  const sprintf = wp.i18n.sprintf;
  const kit = window.tcnsWidgetsKit;
  const site = window.tcnsWidgetsSite || {};
  const own = document.currentScript;
  const nonce = own && own.nonce;

  /** What new versions of the components ask for. */
  const MODERN = { __nextHasNoMarginBottom: true, __next40pxDefaultSize: true };
  const PREFIX = 'tcns-widgets/';

  /* ---- Words ---- */

  /** A text for searching: lower-case, without diacritics, đ as d. */
  function fold(text) {
    return text
      .normalize('NFD')
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/\u0111/g, 'd')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  }

  /** A text of a document, which may be given in several languages. */
  function said(text) {
    if (typeof text === 'string') return text;
    const lang = site.lang || document.documentElement.lang.slice(0, 2);
    return (text && (text[lang] || text.vi || text.en)) || '';
  }

  /** Attributes whose words stand in the saved markup. */
  const IN_MARKUP = ['heading', 'annotations'];

  /**
   * Words as they stand in an attribute of the saved markup: without the characters on which the filter
   * for authors who may not write HTML breaks a tag.
   */
  function pack(text) {
    return text && text.replace(/[%<>"&]/g, encodeURIComponent);
  }

  function unpack(text) {
    try {
      return text && decodeURIComponent(text);
    } catch {
      return text; // not packed: written by hand
    }
  }

  /** The attributes of a block with their words as an author wrote them. */
  function unpacked(attributes) {
    const right = Object.assign({}, attributes);
    IN_MARKUP.forEach(function (name) {
      right[name] = unpack(right[name]);
    });
    return right;
  }

  /* ---- The API ---- */

  const answers = {};

  /** A document of the API, once a page; null where there is none, false where the API does not answer. */
  function read(path) {
    if (!site.api) return Promise.resolve(null);
    const url = site.api.replace(/\/?$/, '/') + path + '.json';
    answers[url] =
      answers[url] ||
      fetch(url)
        .then(function (answer) {
          if (answer.status === 404) return null;
          return answer.ok ? answer.json() : false;
        })
        .catch(function () {
          return false;
        });
    return answers[url];
  }

  /** The areas that can be chosen: the provinces, which are known here, and those that the API names. */
  function readAreas() {
    return Promise.all([read('areas/2025'), read('areas/2008')]).then(function (lists) {
      return lists.reduce(
        function (all, list) {
          return Object.assign(all, list && list.areas);
        },
        Object.assign({}, kit.areas),
      );
    });
  }

  /** `vn` -> `vn@2025`: the name of an area's document. */
  function documentOf(area) {
    return area === 'vn' ? 'vn@2025' : area;
  }

  /** The indicators of a document that has figures of an area, or of its children: key and name. */
  function indicatorsIn(found, area, figures) {
    if (!found || !found.indicators || !Array.isArray(found.observations)) return null;
    const id = area.replace(/^vn@.*/, 'vn');
    function keysOf(isOwn) {
      return Object.keys(found.indicators).filter(function (key) {
        return found.observations.some(function (one) {
          return one.indicator === key && (one.area === id) === isOwn;
        });
      });
    }
    let keys = figures === 'children' ? keysOf(false) : keysOf(true);
    if (figures === 'both' && keys.length === 0) keys = keysOf(false);
    return keys.map(function (key) {
      return { value: key, label: said(found.indicators[key].name) || key };
    });
  }

  function readCampaigns() {
    return read('campaigns/index').then(function (found) {
      return ((found && found.campaigns) || []).map(function (one) {
        return { value: one.id, label: said(one.name) || one.id };
      });
    });
  }

  /** What a promise came to; undefined until then, and again when `key` changes. */
  function usePromise(make, key) {
    const state = element.useState({});
    element.useEffect(
      function () {
        let isCurrent = true;
        make().then(function (value) {
          if (isCurrent) state[1]({ key, value });
        });
        return function () {
          isCurrent = false;
        };
      },
      [key],
    );
    return state[0].key === key ? state[0].value : undefined;
  }

  /* ---- Choices ---- */

  /** The words before a name, which are Vietnamese in every language. */
  const KIND_WORDS = {
    province: 'Tỉnh',
    city: 'Thành phố',
    ward: 'Phường',
    commune: 'Xã',
    special: 'Đặc khu',
    township: 'Thị trấn',
    town: 'Thị xã',
  };

  function labelOf(area, id, areas) {
    const parent = areas[area.parent];
    let name = [KIND_WORDS[area.kind], said(area.name)].filter(Boolean).join(' ');
    if (parent && area.parent !== 'vn')
      name += ', ' + (area.district ? area.district + ', ' : '') + said(parent.name);
    return (
      name +
      ' (' +
      (/@2008$/.test(id)
        ? __('until 30 June 2025', 'tcns-widgets')
        : __('since 1 July 2025', 'tcns-widgets')) +
      ')'
    );
  }

  /** Choices that were made, by id: WordPress' list knows its selected option by the object, not by its value. */
  const made = {};

  /** All choices, those of today first, each with what a search is held against; of an area always the same object. */
  function choicesOf(areas) {
    return Object.keys(areas)
      .map(function (id) {
        const label = labelOf(areas[id], id, areas);
        made[id] = Object.assign(made[id] || {}, {
          value: id,
          label,
          folded: fold(said(areas[id].name) + ' ' + label) + ' ' + id,
        });
        return made[id];
      })
      .sort(function (a, b) {
        return /@2008$/.test(a.value) - /@2008$/.test(b.value);
      });
  }

  const KINDS = /^(tinh|thanh pho|tp|phuong|xa|thi tran|dac khu|quan|huyen|thi xa) (?=[a-z])/;

  /** How many choices a list shows. */
  const LONGEST = 40;

  /**
   * The choices that have the typed words.
   *
   * @param shown - what the list shows for these words already: it stays, because one of them is selected
   */
  function matching(choices, query, chosen, shown) {
    const words = fold(query).replace(KINDS, '');
    let found = choices.filter(function (one) {
      return !words || one.folded.indexOf(words) >= 0 || one.value === query.trim();
    });
    found.sort(function (a, b) {
      return (b.folded.indexOf(words) === 0) - (a.folded.indexOf(words) === 0);
    });
    let room = LONGEST - shown.length;
    found = found.filter(function (one) {
      return shown.indexOf(one) >= 0 || room-- > 0;
    });
    const current = choices.find(function (one) {
      return one.value === chosen;
    });
    if (current && found.indexOf(current) < 0) found.push(current);
    return found;
  }

  function AreaControl(props) {
    const query = element.useState('');
    // The provinces are known: the API is asked for its list once somebody types or has chosen another area.
    const isAsked = !!query[0] || (!!props.value && !kit.areas[props.value]);
    const areas = usePromise(function () {
      return isAsked ? readAreas() : Promise.resolve(kit.areas);
    }, isAsked);
    const choices = element.useMemo(
      function () {
        return choicesOf(areas || kit.areas);
      },
      [areas],
    );
    const last = element.useRef({});
    let options = matching(
      choices,
      query[0],
      props.value,
      last.current.query === query[0] ? last.current.options : [],
    );
    last.current = { query: query[0], options };
    if (
      props.value &&
      !options.some(function (one) {
        return one.value === props.value;
      })
    )
      options = options.concat(
        (made[props.value] = made[props.value] || { value: props.value, label: props.value }),
      );
    return el(
      components.ComboboxControl,
      Object.assign({}, MODERN, {
        label: props.label || __('Area', 'tcns-widgets'),
        help: props.help,
        value: props.value || null,
        options,
        onFilterValueChange: query[1],
        onChange(value) {
          props.onChange(value || '');
        },
      }),
    );
  }

  function IndicatorControl(props) {
    const options = props.options;
    if (!options) return null;
    const chosen = (props.value || '').split(/\s+/).filter(Boolean);
    if (props.kind === 'many')
      return el(
        components.BaseControl,
        {
          __nextHasNoMarginBottom: true,
          id: 'tcns-widgets-indicators',
          label: __('Indicators', 'tcns-widgets'),
        },
        options.map(function (one) {
          return el(components.CheckboxControl, {
            __nextHasNoMarginBottom: true,
            key: one.value,
            label: one.label,
            checked: chosen.indexOf(one.value) >= 0,
            onChange(isOn) {
              const next = options
                .map(function (other) {
                  return other.value;
                })
                .filter(function (key) {
                  return key === one.value ? isOn : chosen.indexOf(key) >= 0;
                });
              if (next.length > 0) props.onChange(next.join(' '));
            },
          });
        }),
      );
    return el(
      components.SelectControl,
      Object.assign({}, MODERN, {
        label: __('Indicator', 'tcns-widgets'),
        value: chosen[0] || '',
        options,
        onChange: props.onChange,
      }),
    );
  }

  /** A field for an attribute, by its kind. */
  function Field(props) {
    const one = props.attribute;
    const common = { label: one.label, help: one.help };
    if (one.kind === 'flag')
      return el(
        components.ToggleControl,
        Object.assign({ __nextHasNoMarginBottom: true }, common, {
          checked: !!props.value,
          onChange(isOn) {
            props.onChange(isOn || undefined);
          },
        }),
      );
    if (Array.isArray(one.kind))
      return el(
        components.SelectControl,
        Object.assign({}, MODERN, common, {
          value: props.value || one.kind[0].value,
          options: one.kind,
          onChange(word) {
            props.onChange(word === one.kind[0].value ? undefined : word);
          },
        }),
      );
    return el(
      components.TextControl,
      Object.assign({}, MODERN, common, {
        type: one.kind === 'number' ? 'number' : 'text',
        min: 0,
        value: props.value || '',
        onChange(text) {
          props.onChange(text || undefined);
        },
      }),
    );
  }

  /* ---- The figure itself ---- */

  /** Loads a widget's module into a document. No loader: in the editor nothing else is to be touched. */
  function define(page, widget) {
    const id = 'tcns-widgets-' + widget;
    if (page.getElementById(id) || page.defaultView.customElements.get('tcns-' + widget)) return;
    const script = page.createElement('script');
    script.id = id;
    script.type = 'module';
    if (nonce) script.nonce = nonce;
    script.src = site.base + widget + '.js';
    page.head.appendChild(script);
  }

  /** The attributes of the element, from those of the block; the source is the site's. */
  function elementAttributes(widget, chosen) {
    const right = { api: site.api };
    if (site.lang) right.lang = site.lang;
    if (site.theme) right.theme = site.theme;
    kit.widgets[widget].attributes.forEach(function (one) {
      const value = chosen[one.name];
      if (one.name === 'url-state' || value === undefined || value === '' || value === false)
        return;
      right[one.name] = value === true ? '' : String(value);
    });
    return right;
  }

  function apply(target, attributes) {
    Array.prototype.slice.call(target.attributes).forEach(function (one) {
      if (!(one.name in attributes)) target.removeAttribute(one.name);
    });
    Object.keys(attributes).forEach(function (name) {
      if (target.getAttribute(name) !== attributes[name])
        target.setAttribute(name, attributes[name]);
    });
  }

  function textOf(widget, part) {
    const found = widget.shadowRoot && widget.shadowRoot.querySelector('[part~="' + part + '"]');
    return found ? found.innerText.trim() : '';
  }

  /** The figure in words: "Số tổ, Đà Nẵng: 2.324 tổ. Số liệu tính đến tháng 12/2022." */
  function wordsOf(widget) {
    const value = textOf(widget, 'value');
    if (widget.localName === 'tcns-stat') return value.replace(/\s+/g, ' ');
    const title = textOf(widget, 'title');
    const figure = value && value.indexOf('\n') < 0 ? value : textOf(widget, 'summary');
    const date = textOf(widget, 'date');
    let words = [title, figure].filter(Boolean).join(': ');
    if (words && date && widget.localName === 'tcns-kpi-card') words += '. ' + date + '.';
    return words.replace(/\s+/g, ' ');
  }

  /** The words as soon as they are drawn. */
  function whenDrawn(widget, frames, done) {
    const words = wordsOf(widget);
    if (words || frames > 120) return done(words);
    widget.ownerDocument.defaultView.requestAnimationFrame(function () {
      whenDrawn(widget, frames + 1, done);
    });
  }

  function Figure(props) {
    const ref = element.useRef();
    const made = element.useRef();
    const tell = element.useRef();
    tell.current = props;
    const attributes = elementAttributes(props.widget, props.attributes);
    const key = JSON.stringify(attributes);
    element.useEffect(function () {
      const box = ref.current;
      const page = box.ownerDocument;
      const tag = page.createElement('tcns-' + props.widget);
      tag.addEventListener('tcns-load', function (event) {
        // A dashboard has no document of its own: that of its first widget serves.
        tell.current.onLoad(event.detail && event.detail.document);
        if (event.target !== tag) return;
        whenDrawn(tag, 0, function (words) {
          tell.current.onWords(words);
        });
      });
      tag.addEventListener('tcns-error', function () {
        tell.current.onError();
      });
      made.current = tag;
      box.appendChild(tag);
      return function () {
        box.removeChild(tag);
      };
    }, []);
    element.useEffect(
      function () {
        const tag = made.current;
        const page = tag.ownerDocument;
        define(page, props.widget);
        const next = Object.assign({}, attributes);
        if (props.widget === 'dashboard') {
          delete next.indicator;
          board(page, tag, attributes.indicator || '');
        }
        apply(tag, next);
      },
      [key],
    );
    return el('div', { ref, className: 'tcns-widgets-figure' });
  }

  /** The widgets inside a dashboard. */
  function board(page, tag, indicator) {
    tag.textContent = '';
    Object.keys(kit.widgets).forEach(function (name) {
      const entry = kit.widgets[name];
      if (!entry.board || !indicator) return;
      define(page, name);
      const part = page.createElement('tcns-' + name);
      part.setAttribute(
        'indicator',
        entry.indicators === 'many' ? indicator : indicator.split(' ')[0],
      );
      tag.appendChild(part);
    });
  }

  /* ---- The block ---- */

  function Missing() {
    return el(
      components.Notice,
      { status: 'warning', isDismissible: false },
      __('The site has no address of an API yet.', 'tcns-widgets') + ' ',
      site.settings
        ? el('a', { href: site.settings, target: '_blank' }, __('Enter it', 'tcns-widgets'))
        : __('Ask an administrator to enter it.', 'tcns-widgets'),
    );
  }

  /** The same place in the other edition, where that one has figures. */
  function Twin(props) {
    const areas = usePromise(readAreas, 'areas') || {};
    const here = areas[props.area];
    const twin = Object.keys(areas).find(function (id) {
      return (
        here &&
        id !== props.area &&
        said(areas[id].name) === said(here.name) &&
        areas[id].parent === here.parent
      );
    });
    const has = usePromise(function () {
      return twin ? read(props.folder + '/' + documentOf(twin)) : Promise.resolve(null);
    }, twin || '');
    const actions = [];
    if (has)
      actions.push({
        /* translators: %s: name of an area. */
        label: sprintf(__('Take %s', 'tcns-widgets'), labelOf(areas[twin], twin, areas)),
        variant: 'secondary',
        onClick() {
          props.onChoose(twin);
        },
      });
    return el(
      components.Notice,
      { status: 'warning', isDismissible: false, actions },
      props.isSilent
        ? __('The API does not answer.', 'tcns-widgets')
        : __('The API has no figures of this area.', 'tcns-widgets'),
    );
  }

  function edit(widget) {
    const entry = kit.widgets[widget];
    const isCampaign = entry.document === 'campaign';
    const hasIndicator = entry.indicators !== 'none';

    return function Edit(props) {
      const chosen = unpacked(props.attributes);
      const set = props.setAttributes;
      const area = chosen.area || '';
      /** The last words that the figure said: a sentence that equals them is nobody's own. */
      const lastWords = element.useRef();
      const box = element.useRef();
      const wasReady = element.useRef();
      const isReady =
        !!site.api &&
        (isCampaign ? !!chosen.campaign : !!area && (!hasIndicator || !!chosen.indicator));
      /** The document that the figure has loaded: it is not asked for a second time. */
      const loaded = element.useState(null);
      const isShown = isReady && !!loaded[0] && loaded[0].area === area.replace(/^vn@.*/, 'vn');
      /** The area whose figures the element could not load. */
      const failed = element.useState('');
      const isWanted =
        !isCampaign &&
        !!area &&
        !!site.api &&
        ((hasIndicator && !chosen.indicator) || failed[0] === area);
      const asked = usePromise(function () {
        return isWanted ? read(entry.folder + '/' + documentOf(area)) : Promise.resolve(undefined);
      }, isWanted + area);
      const source = isShown ? loaded[0] : asked;
      const indicators = element.useMemo(
        function () {
          return source === undefined || !hasIndicator
            ? undefined
            : indicatorsIn(source, area, entry.figures);
        },
        [source, area],
      );
      const campaigns = usePromise(function () {
        return isCampaign ? readCampaigns() : Promise.resolve([]);
      }, 'campaigns');

      // The first indicator is taken, so that one choice shows a figure.
      element.useEffect(
        function () {
          if (!indicators || indicators.length === 0) return;
          const keys = (chosen.indicator || '').split(/\s+/);
          const fit = indicators.filter(function (one) {
            return keys.indexOf(one.value) >= 0;
          });
          if (fit.length === 0) set({ indicator: indicators[0].value });
        },
        [indicators],
      );
      element.useEffect(
        function () {
          if (campaigns && campaigns.length === 1 && !chosen.campaign)
            set({ campaign: campaigns[0].value });
        },
        [campaigns],
      );

      // The list that had the focus is gone with the first choice: the block gets it, not the page.
      element.useEffect(
        function () {
          const page = box.current && box.current.ownerDocument;
          if (wasReady.current === false && isReady && page && page.activeElement === page.body)
            box.current.focus();
          wasReady.current = isReady;
        },
        [isReady],
      );

      function choose(name, value) {
        const next = {};
        next[name] = IN_MARKUP.indexOf(name) >= 0 ? pack(value) : value;
        set(next);
      }

      function onError() {
        failed[1](area);
      }

      function onWords(words) {
        if (!words) return;
        const sentence = chosen.sentence || '';
        const isOwn = sentence && sentence !== lastWords.current;
        lastWords.current = words;
        if (isOwn || sentence === words) return;
        const store = data.dispatch('core/block-editor');
        // Not a step of "undo": nobody did it.
        if (store.__unstableMarkNextChangeAsNotPersistent)
          store.__unstableMarkNextChangeAsNotPersistent();
        set({ sentence: words });
      }

      const controls = [
        !isCampaign &&
          el(AreaControl, {
            key: 'area',
            value: area,
            onChange(value) {
              choose('area', value);
            },
          }),
        isCampaign &&
          el(
            components.SelectControl,
            Object.assign({}, MODERN, {
              key: 'campaign',
              label: __('Campaign', 'tcns-widgets'),
              value: chosen.campaign || '',
              options: [{ value: '', label: __('Choose…', 'tcns-widgets') }].concat(
                campaigns || [],
              ),
              onChange(value) {
                choose('campaign', value);
              },
            }),
          ),
        hasIndicator &&
          el(IndicatorControl, {
            key: 'indicator',
            kind: entry.indicators,
            options: indicators,
            value: chosen.indicator,
            onChange(value) {
              choose('indicator', value);
            },
          }),
      ];
      const main = controls.filter(Boolean).map(function (control) {
        return el('div', { key: control.key, style: { marginBottom: '16px' } }, control);
      });
      const hasNone =
        !isCampaign &&
        !!area &&
        (source === null || source === false || (!!indicators && indicators.length === 0));
      const twin =
        hasNone &&
        el(Twin, {
          area,
          folder: entry.folder,
          isSilent: source === false,
          onChoose(id) {
            choose('area', id);
          },
        });

      return el(
        element.Fragment,
        {},
        el(
          editor.InspectorControls,
          {},
          el(
            components.PanelBody,
            { title: __('Figures', 'tcns-widgets') },
            main,
            el(components.TextareaControl, {
              __nextHasNoMarginBottom: true,
              label: __('Sentence', 'tcns-widgets'),
              help: __(
                'For readers without JavaScript, feeds and search engines; it stays when the plugin is off.',
                'tcns-widgets',
              ),
              value: chosen.sentence || '',
              onChange(text) {
                choose('sentence', text);
              },
            }),
          ),
          el(
            components.PanelBody,
            { title: __('Display', 'tcns-widgets'), initialOpen: false },
            entry.attributes
              .filter(function (one) {
                return one.name !== 'area' && one.name !== 'indicator' && one.name !== 'campaign';
              })
              .map(function (one) {
                return one.isArea
                  ? el(AreaControl, {
                      key: one.name,
                      label: one.label,
                      value: chosen[one.name],
                      onChange(value) {
                        choose(one.name, value || undefined);
                      },
                    })
                  : el(Field, {
                      key: one.name,
                      attribute: one,
                      value: chosen[one.name],
                      onChange(value) {
                        choose(one.name, value);
                      },
                    });
              }),
          ),
        ),
        el(
          'div',
          editor.useBlockProps({ ref: box }),
          isReady && !hasNone
            ? el(
                components.Disabled,
                {},
                el(Figure, { widget, attributes: chosen, onLoad: loaded[1], onError, onWords }),
              )
            : el(
                components.Placeholder,
                { label: entry.title, instructions: entry.help },
                el(
                  'div',
                  { className: 'tcns-widgets-choices', style: { width: '100%' } },
                  site.api ? [twin || null].concat(main) : el(Missing),
                ),
              ),
        ),
      );
    };
  }

  /** The post holds the author's sentence, and words that the element shows as plain attributes. */
  function save(props) {
    const words = {};
    if (props.attributes.heading) words['data-heading'] = props.attributes.heading;
    if (props.attributes.annotations) words['data-annotations'] = props.attributes.annotations;
    return el('p', editor.useBlockProps.save(words), props.attributes.sentence);
  }

  /* ---- From pasted code, placeholder, blockquote, link, frame and shortcode ---- */

  const TAGS = Object.keys(kit.widgets).map(function (name) {
    return 'tcns-' + name;
  });
  const LINK = /embed\.html\?|[?&]tcns-widgets=/;
  const MARKED = TAGS.concat([
    '[data-tcns]',
    'a[href*="embed.html?"]',
    'a[href*="tcns-widgets="]',
    'iframe[src*="embed.html?"]',
    'iframe[src*="tcns-widgets="]',
  ]).join();

  function nameOf(text) {
    const name = String(text || '')
      .trim()
      .toLowerCase()
      .replace(/^tcns-/, '');
    return Object.prototype.hasOwnProperty.call(kit.widgets, name) ? name : null;
  }

  /** The attributes of a block, of what a getter gives; what belongs to the site is left out. */
  function pick(widget, get) {
    const right = {};
    kit.widgets[widget].attributes.forEach(function (one) {
      const value = get(one.name);
      if (value === null || value === undefined) return;
      if (one.kind === 'flag') right[one.name] = !/^(false|0|no)$/i.test(value);
      else if (value !== '')
        right[one.name] = IN_MARKUP.indexOf(one.name) >= 0 ? pack(value) : value;
    });
    const source = get('api') || get('src') || get('bundle');
    if (source && site.api && source.replace(/\/$/, '') !== site.api.replace(/\/$/, ''))
      data.dispatch('core/notices').createWarningNotice(
        /* translators: 1: address in the pasted code, 2: address of the site's settings. */
        sprintf(
          __(
            'The code takes its figures from %1$s; the block takes them from the site’s own source, %2$s.',
            'tcns-widgets',
          ),
          source,
          site.api,
        ),
        { id: 'tcns-widgets-source' },
      );
    return right;
  }

  function ofAddress(address) {
    let parameters;
    try {
      parameters = new URL(address.replace(/&amp;/g, '&'), document.baseURI).searchParams;
    } catch {
      return null; // no address: not ours
    }
    const widget = nameOf(parameters.get('widget') || parameters.get('tcns-widgets'));
    return (
      widget && {
        widget,
        attributes: pick(widget, function (name) {
          return parameters.get(name);
        }),
      }
    );
  }

  /** What a marked element means. */
  function ofElement(node) {
    const tag = node.localName;
    let found;
    if (TAGS.indexOf(tag) >= 0 || node.hasAttribute('data-tcns')) {
      const isTag = TAGS.indexOf(tag) >= 0;
      const widget = nameOf(isTag ? tag : node.getAttribute('data-tcns'));
      found = widget && {
        widget,
        attributes: pick(widget, function (name) {
          return node.getAttribute(isTag ? name : 'data-' + name);
        }),
      };
      // The indicators of a dashboard stand on what is inside it.
      if (widget === 'dashboard') {
        const inside = node.querySelectorAll('[indicator],[data-indicator]');
        let longest = '';
        inside.forEach(function (one) {
          const keys = one.getAttribute('indicator') || one.getAttribute('data-indicator');
          if (keys.length > longest.length) longest = keys;
        });
        if (longest) found.attributes.indicator = longest;
      }
    } else {
      found = ofAddress(node.getAttribute('href') || node.getAttribute('src') || '');
    }
    if (!found) return null;
    const words = (node.textContent || node.getAttribute('title') || '')
      .replace(/\s+/g, ' ')
      .trim();
    if (words && !/^https?:/.test(words)) found.attributes.sentence = words;
    return found;
  }

  /** The one marked element of a node that holds nothing else; null where there is other text. */
  function markedIn(node) {
    if (node.nodeType !== 1) return null;
    const first = node.matches(MARKED) ? node : node.querySelector(MARKED);
    if (!first) return null;
    const isAll = (node.textContent || '').trim() === (first.textContent || '').trim();
    return isAll ? ofElement(first) : null;
  }

  /** The same of a text of markup; a script beside the element is the site's matter. */
  function ofMarkup(markup) {
    if (!markup || !/tcns|embed\.html/.test(markup)) return null;
    // A document of its own: nothing in it runs or loads.
    const page = new DOMParser().parseFromString(markup, 'text/html');
    page.querySelectorAll('script,style').forEach(function (one) {
      one.remove();
    });
    return markedIn(page.body);
  }

  function blockOf(found) {
    return blocks.createBlock(PREFIX + found.widget, found.attributes);
  }

  function isOf(widget, found) {
    return !!found && found.widget === widget;
  }

  function textOfAttribute(value) {
    return value === undefined || value === null ? '' : String(value);
  }

  /** From a block of WordPress whose attribute holds the markup. */
  function fromBlock(widget, name, attribute) {
    function foundIn(attributes) {
      return ofMarkup(textOfAttribute(attributes[attribute]));
    }
    return {
      type: 'block',
      blocks: [name],
      isMatch(attributes) {
        return isOf(widget, foundIn(attributes));
      },
      transform(attributes) {
        return blockOf(foundIn(attributes));
      },
    };
  }

  /** What pasting may keep of a marked element. */
  function schema(widget) {
    const all = kit.widgets[widget].attributes.map(function (one) {
      return one.name;
    });
    const marks = ['data-tcns', 'data-api', 'data-lang'].concat(
      all.map(function (name) {
        return 'data-' + name;
      }),
    );
    const text = {
      '#text': {},
      a: { attributes: ['href'], children: { '#text': {} } },
      p: { children: { '#text': {} } },
    };
    function isMarked(node) {
      return node.hasAttribute('data-tcns');
    }
    const right = {
      div: { attributes: marks, isMatch: isMarked, children: text },
      blockquote: { attributes: marks, isMatch: isMarked, children: text },
    };
    const tag = {};
    tag['tcns-' + widget] = { attributes: all.concat('api', 'lang'), children: text };
    // Code that is pasted as text comes inside a paragraph.
    right.p = { children: tag };
    Object.assign(right, tag);
    return right;
  }

  function transforms(widget) {
    return {
      from: [
        {
          type: 'raw',
          // Before the quote, which would lose the attributes.
          priority: 1,
          schema() {
            return schema(widget);
          },
          isMatch(node) {
            return isOf(widget, markedIn(node));
          },
          transform(node) {
            return blockOf(markedIn(node));
          },
        },
        {
          type: 'shortcode',
          tag: 'tcns_widget',
          isMatch(attributes) {
            return nameOf((attributes.named && attributes.named.name) || 'kpi-card') === widget;
          },
          transform(attributes, match) {
            const found = pick(widget, function (name) {
              const value = attributes.named[name];
              return value && value.replace(/^[\u201c\u201d\u2033"]+|[\u201c\u201d\u2033"]+$/g, '');
            });
            const content = match && match.shortcode && match.shortcode.content;
            if (content) found.sentence = content;
            return blocks.createBlock(PREFIX + widget, found);
          },
        },
        fromBlock(widget, 'core/html', 'content'),
        fromBlock(widget, 'core/paragraph', 'content'),
        {
          type: 'block',
          blocks: ['core/embed'],
          isMatch(attributes) {
            return LINK.test(attributes.url || '') && isOf(widget, ofAddress(attributes.url));
          },
          transform(attributes) {
            return blockOf(ofAddress(attributes.url));
          },
        },
      ],
      to: [
        {
          type: 'block',
          blocks: ['core/paragraph'],
          transform(attributes) {
            return blocks.createBlock('core/paragraph', {
              content: textOfAttribute(attributes.sentence),
            });
          },
        },
      ],
    };
  }

  Object.keys(kit.widgets).forEach(function (widget) {
    blocks.registerBlockType(PREFIX + widget, {
      edit: edit(widget),
      save,
      transforms: transforms(widget),
    });
  });
})(window.wp);
