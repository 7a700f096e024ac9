<?php

/**
 * Block of NukeViet 4: a figure of community digital technology teams, in any position of a theme.
 * Everything that is printed is escaped here; the script is printed once a page.
 *
 * @license MIT
 */

if (!defined('NV_MAINFILE')) {
    exit('Stop!!!');
}

if (!nv_function_exists('nv_tcns_widget')) {
    /**
     * The widgets with their attributes. Generated from the library's manifest.
     *
     * @return array
     */
    function nv_tcns_widget_list()
    {
        return [
/* {{widgets}} */
        ];
    }

    /**
     * Escapes a text that may be escaped already, as NukeViet's own input is.
     *
     * @param string $text
     * @return string
     */
    function nv_tcns_widget_escape($text)
    {
        return htmlspecialchars(html_entity_decode((string) $text, ENT_QUOTES, 'UTF-8'), ENT_QUOTES, 'UTF-8');
    }

    /**
     * The settings of the block: fields for an administrator.
     *
     * @param string $module
     * @param array $data_block
     * @param array $lang_block
     * @return string
     */
    function nv_tcns_widget_config($module, $data_block, $lang_block)
    {
        $row = function ($label, $field) {
            return '<div class="form-group"><label class="control-label col-sm-6">' . $label . ':</label>'
                . '<div class="col-sm-18">' . $field . '</div></div>';
        };
        $value = function ($name) use ($data_block) {
            return nv_tcns_widget_escape(isset($data_block[$name]) ? $data_block[$name] : '');
        };
        $options = '';
        foreach (nv_tcns_widget_list() as $name => $widget) {
            $selected = isset($data_block['widget']) && $data_block['widget'] === $name ? ' selected="selected"' : '';
            $options .= '<option value="' . $name . '"' . $selected . '>' . nv_tcns_widget_escape($widget['title']) . '</option>';
        }
        $html = $row('Tiện ích', '<select class="form-control" name="config_widget">' . $options . '</select>');
        foreach (nv_tcns_widget_fields() as $name => $label) {
            $html .= $row($label, '<input type="text" class="form-control" name="config_' . $name . '" value="' . $value($name) . '">');
        }

        return $html;
    }

    /**
     * The text fields of the settings.
     *
     * @return array name to label
     */
    function nv_tcns_widget_fields()
    {
        return [
            'api' => 'Địa chỉ API (ví dụ https://may-chu.gov.vn/tcns/v1)',
            'area' => 'Địa bàn (mã, ví dụ 48@2025; cả nước: vn)',
            'indicator' => 'Chỉ số (ví dụ members; nhiều chỉ số cách nhau bằng dấu cách)',
            'campaign' => 'Mã chiến dịch (chỉ cho tiện ích Chiến dịch)',
            'options' => 'Thuộc tính khác (ví dụ view=compact no-menu)',
            'sentence' => 'Câu văn cho người đọc không có JavaScript'
        ];
    }

    /**
     * Reads what was typed. A wrong address is refused with a sentence.
     *
     * @param string $module
     * @param array $lang_block
     * @return array
     */
    function nv_tcns_widget_submit($module, $lang_block)
    {
        global $nv_Request;

        $return = ['error' => [], 'config' => []];
        $widget = $nv_Request->get_title('config_widget', 'post', '');
        $list = nv_tcns_widget_list();
        if (!isset($list[$widget])) {
            $return['error'][] = 'Hãy chọn một tiện ích.';
        }
        $return['config']['widget'] = $widget;
        foreach (array_keys(nv_tcns_widget_fields()) as $name) {
            $return['config'][$name] = trim($nv_Request->get_title('config_' . $name, 'post', ''));
        }
        if (!preg_match('#^(https?://[^\s/"<>]+|/(?!/))[^\s"<>]*$#i', $return['config']['api'])) {
            $return['error'][] = 'Địa chỉ API bắt đầu bằng https:// hoặc dấu gạch chéo.';
        }

        return $return;
    }

    /**
     * The attributes that may be printed.
     *
     * @param array $known name to `text`, `flag`, `number` or a list of words
     * @param array $block_config
     * @return array
     */
    function nv_tcns_widget_attributes($known, $block_config)
    {
        $written = [];
        foreach (preg_split('/\s+/', isset($block_config['options']) ? $block_config['options'] : '', -1, PREG_SPLIT_NO_EMPTY) as $pair) {
            $parts = explode('=', $pair, 2);
            $written[$parts[0]] = isset($parts[1]) ? $parts[1] : '';
        }
        foreach (['area', 'indicator', 'campaign'] as $name) {
            if (!empty($block_config[$name])) {
                $written[$name] = $block_config[$name];
            }
        }
        $right = [];
        foreach ($known as $name => $kind) {
            if (!isset($written[$name])) {
                continue;
            }
            $value = $written[$name];
            if (is_array($kind) ? in_array($value, $kind, true) : ($kind !== 'number' || ctype_digit($value))) {
                $right[$name] = $kind === 'flag' ? '' : $value;
            }
        }

        return $right;
    }

    /**
     * Prints the placeholder, and the script where the page has none yet.
     *
     * @param array $block_config
     * @return string
     */
    function nv_tcns_widget($block_config)
    {
        $list = nv_tcns_widget_list();
        $widget = isset($block_config['widget']) ? $block_config['widget'] : '';
        if (!isset($list[$widget])) {
            return '';
        }
        $html = '';
        if (!defined('NV_TCNS_WIDGET_SCRIPT')) {
            define('NV_TCNS_WIDGET_SCRIPT', true);
            $html .= '<script src="' . NV_BASE_SITEURL . 'assets/tcns/{{version}}/tcns.js" data-api="'
                . nv_tcns_widget_escape(isset($block_config['api']) ? $block_config['api'] : '') . '"></script>';
        }
        $html .= '<div data-tcns="' . $widget . '" data-api="' . nv_tcns_widget_escape(isset($block_config['api']) ? $block_config['api'] : '') . '"';
        foreach (nv_tcns_widget_attributes($list[$widget]['attributes'], $block_config) as $name => $value) {
            $html .= ' data-' . $name . '="' . nv_tcns_widget_escape($value) . '"';
        }
        $sentence = isset($block_config['sentence']) ? $block_config['sentence'] : '';

        return $html . '><p>' . nv_tcns_widget_escape($sentence) . '</p></div>';
    }
}

if (defined('NV_SYSTEM')) {
    $content = nv_tcns_widget($block_config);
}
