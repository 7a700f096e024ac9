<?php
/**
 * From what an author chose to the element. Everything that is printed is escaped here, at the end.
 *
 * @package TcnsWidgets
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The widgets with the attributes that an author may set.
 *
 * @return array By name: `title`, `figures`, `indicators`, `board`, `attributes` (name to `text`,
 *               `flag`, `number` or a list of words).
 */
function tcns_widgets_list() {
	static $list;
	if ( null === $list ) {
		$list = require TCNS_WIDGETS_DIR . 'includes/widgets.php';
	}
	return $list;
}

/**
 * The attributes that may be printed, from whatever was written.
 *
 * @param string $widget  Name of a widget.
 * @param array  $written Name to value.
 * @return array Name to text; '' for an attribute without a value. What the widget does not know, or
 *               what only the site may set (its source), is left out.
 */
function tcns_widgets_attributes( $widget, array $written ) {
	$known = tcns_widgets_list()[ $widget ]['attributes'] ?? array();
	$right = array();
	foreach ( $known as $name => $kind ) {
		if ( ! isset( $written[ $name ] ) ) {
			continue;
		}
		$value = $written[ $name ];
		if ( 'flag' === $kind ) {
			if ( ! in_array( $value, array( false, 'false', '0', 0, 'no' ), true ) ) {
				$right[ $name ] = '';
			}
			continue;
		}
		if ( ! is_scalar( $value ) || '' === trim( (string) $value ) ) {
			continue;
		}
		$value = trim( wp_check_invalid_utf8( (string) $value ) );
		if ( is_array( $kind ) ) {
			$value = strtolower( $value );
			if ( ! in_array( $value, $kind, true ) ) {
				continue;
			}
		} elseif ( 'number' === $kind && ! ctype_digit( $value ) ) {
			continue;
		}
		$right[ $name ] = $value;
	}
	return $right;
}

/**
 * The markup of an element.
 *
 * @param string $widget     Name of a widget.
 * @param array  $attributes What {@see tcns_widgets_attributes()} returned.
 * @param string $sentence   What readers without JavaScript read; plain text.
 * @return string HTML, escaped.
 */
function tcns_widgets_element( $widget, array $attributes, $sentence ) {
	$indicator = $attributes['indicator'] ?? '';
	$inside    = '' === $sentence ? '' : '<p>' . esc_html( $sentence ) . '</p>';
	if ( 'stat' === $widget ) {
		$inside = esc_html( $sentence );
	}
	if ( 'dashboard' === $widget ) {
		unset( $attributes['indicator'] );
		$inside .= tcns_widgets_board( $indicator );
	}
	$html = '<tcns-' . $widget;
	foreach ( $attributes as $name => $value ) {
		$html .= ' ' . $name . ( '' === $value ? '' : '="' . esc_attr( $value ) . '"' );
	}
	return $html . '>' . $inside . '</tcns-' . $widget . '>';
}

/**
 * The widgets inside a dashboard.
 *
 * @param string $indicator One or several indicators, separated by spaces.
 * @return string HTML, escaped.
 */
function tcns_widgets_board( $indicator ) {
	$first = strtok( $indicator, ' ' );
	$html  = '';
	foreach ( tcns_widgets_list() as $name => $entry ) {
		if ( $first && $entry['board'] ) {
			$html .= sprintf(
				'<tcns-%1$s indicator="%2$s"></tcns-%1$s>',
				$name,
				esc_attr( 'many' === $entry['indicators'] ? $indicator : $first )
			);
		}
	}
	return $html;
}

/**
 * Whether only the sentence is wanted: feeds, AMP pages and e-mail run no script.
 *
 * @return bool
 */
function tcns_widgets_is_plain() {
	$plain = is_feed() || ( function_exists( 'amp_is_request' ) && amp_is_request() );
	/**
	 * Filters whether the author's sentence alone is printed, for newsletters and the like.
	 *
	 * @param bool $plain Whether it is.
	 */
	return (bool) apply_filters( 'tcns_widgets_plain', $plain );
}

/**
 * The text of markup that the editor saved.
 *
 * @param string $html Markup.
 * @return string Plain text.
 */
function tcns_widgets_text( $html ) {
	return trim( html_entity_decode( wp_strip_all_tags( $html ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) );
}

// A placeholder that an author pasted into a post may name no source either: it takes the site's.
add_filter(
	'the_content',
	function ( $content ) {
		if ( false === strpos( $content, 'data-tcns' ) ) {
			return $content;
		}
		$processor = new WP_HTML_Tag_Processor( $content );
		while ( $processor->next_tag() ) {
			if ( null === $processor->get_attribute( 'data-tcns' ) ) {
				continue;
			}
			foreach ( array( 'api', 'src', 'bundle', 'adapter', 'geo-src' ) as $name ) {
				$processor->remove_attribute( 'data-' . $name );
			}
		}
		return $processor->get_updated_html();
	},
	20
);
