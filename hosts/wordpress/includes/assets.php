<?php
/**
 * The scripts: all served by the site, each release in a folder of its own, so that a cache never
 * mixes the files of two releases.
 *
 * @package TcnsWidgets
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The folder of the release's files.
 *
 * @return string Its address, with a slash at the end.
 */
function tcns_widgets_base() {
	return plugins_url( 'assets/' . TCNS_WIDGETS_VERSION . '/', TCNS_WIDGETS_FILE );
}

add_action(
	'init',
	function () {
		load_plugin_textdomain( 'tcns-widgets', false, dirname( plugin_basename( TCNS_WIDGETS_FILE ) ) . '/languages' );
		// No `?ver=`: the folder says the version, for the files that tcns.js loads as well.
		// phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
		wp_register_script( 'tcns-widgets', tcns_widgets_base() . 'tcns.js', array(), null, array( 'in_footer' => false ) );
		wp_register_style( 'tcns-widgets', plugins_url( 'assets/blocks.css', TCNS_WIDGETS_FILE ), array(), TCNS_WIDGETS_VERSION );
	}
);

/** Has the page load the widgets: in its head where it is not printed yet, else at its end. */
function tcns_widgets_enqueue() {
	wp_enqueue_script( 'tcns-widgets' );
}

/**
 * Whether a text holds a widget in one of the forms in which authors write it.
 *
 * @param string $text A post's content.
 * @return bool
 */
function tcns_widgets_is_in( $text ) {
	return (bool) preg_match( '/<!-- wp:tcns-widgets\/|\[tcns_widget\b|\bdata-tcns=|<tcns-|[?&;]tcns-widgets=/', (string) $text );
}

// Early, because a classic theme prints its head before it renders the first block.
add_action(
	'wp_enqueue_scripts',
	function () {
		global $wp_query;
		foreach ( (array) ( $wp_query->posts ?? array() ) as $post ) {
			if ( $post instanceof WP_Post && tcns_widgets_is_in( $post->post_content ) ) {
				tcns_widgets_enqueue();
				return;
			}
		}
	}
);

// For plug-ins that join all scripts into one file: the meta tags are found there, attributes are not.
add_action(
	'wp_head',
	function () {
		if ( wp_script_is( 'tcns-widgets' ) ) {
			tcns_widgets_meta();
		}
	},
	0
);
// After `wp_enqueue_scripts` (priority 1) ran, so that the queue is known.
add_action(
	'wp_head',
	function () {
		if ( wp_script_is( 'tcns-widgets' ) ) {
			tcns_widgets_meta();
		}
	},
	2
);

/** Prints, once, where the files and the figures are. */
function tcns_widgets_meta() {
	static $printed = false;
	if ( $printed ) {
		return;
	}
	$printed = true;
	$values  = array_filter( array( 'base' => tcns_widgets_base() ) + tcns_widgets_settings() );
	foreach ( $values as $name => $value ) {
		printf( '<meta name="tcns-%1$s" content="%2$s">' . "\n", esc_attr( $name ), esc_attr( $value ) );
	}
}

add_filter(
	'script_loader_tag',
	function ( $tag, $handle ) {
		if ( 'tcns-widgets' !== $handle ) {
			return $tag;
		}
		$processor = new WP_HTML_Tag_Processor( $tag );
		while ( $processor->next_tag( 'script' ) ) {
			if ( null === $processor->get_attribute( 'src' ) ) {
				continue;
			}
			if ( is_admin() ) {
				// In the editor widgets are drawn, and nothing of what the author writes is changed.
				$processor->set_attribute( 'data-editor', '' );
			}
			foreach ( array_filter( tcns_widgets_settings() ) as $name => $value ) {
				$processor->set_attribute( 'data-' . $name, $value );
			}
		}
		return $processor->get_updated_html();
	},
	10,
	2
);
