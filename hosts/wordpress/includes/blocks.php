<?php
/**
 * One block a widget. A post holds the author's sentence as a plain paragraph, so that it can be
 * read in feeds, in excerpts, by the site's search and after the plugin is gone.
 *
 * @package TcnsWidgets
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

add_action( 'init', 'tcns_widgets_register_blocks' );

/** Registers the editor's scripts and the blocks. */
function tcns_widgets_register_blocks() {
	$dependencies = array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-data', 'wp-element', 'wp-i18n' );
	wp_register_script( 'tcns-widgets-data', plugins_url( 'editor/widgets.js', TCNS_WIDGETS_FILE ), array( 'wp-i18n' ), TCNS_WIDGETS_VERSION, true );
	$dependencies[] = 'tcns-widgets-data';
	wp_register_script( 'tcns-widgets-editor', plugins_url( 'editor/editor.js', TCNS_WIDGETS_FILE ), $dependencies, TCNS_WIDGETS_VERSION, true );
	foreach ( array( 'tcns-widgets-data', 'tcns-widgets-editor' ) as $handle ) {
		wp_set_script_translations( $handle, 'tcns-widgets', TCNS_WIDGETS_DIR . 'languages' );
	}
	foreach ( array_keys( tcns_widgets_list() ) as $widget ) {
		register_block_type(
			TCNS_WIDGETS_DIR . 'blocks/' . $widget,
			array( 'render_callback' => 'tcns_widgets_render_block' )
		);
	}
}

add_action(
	'enqueue_block_editor_assets',
	function () {
		$settings = tcns_widgets_settings() + array(
			'base'     => tcns_widgets_base(),
			'embed'    => tcns_widgets_embed_address(),
			'settings' => current_user_can( 'manage_options' ) ? admin_url( 'options-general.php?page=tcns-widgets' ) : '',
		);
		wp_add_inline_script(
			'tcns-widgets-data',
			'window.tcnsWidgetsSite = ' . wp_json_encode( $settings, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES ) . ';',
			'before'
		);
	}
);

add_filter(
	'block_categories_all',
	function ( $categories ) {
		array_unshift(
			$categories,
			array(
				'slug'  => 'tcns-widgets',
				'title' => __( 'Figures of digital technology teams', 'tcns-widgets' ),
				'icon'  => null,
			)
		);
		return $categories;
	}
);

/**
 * Renders a block.
 *
 * @param array    $attributes What the block's comment holds.
 * @param string   $content    The saved paragraph.
 * @param WP_Block $block      The block.
 * @return string HTML.
 */
function tcns_widgets_render_block( $attributes, $content, $block ) {
	$widget = substr( $block->name, strlen( 'tcns-widgets/' ) );
	// Words stand in the markup and not in the comment, because the filter for authors who may not write
	// HTML changes < and & in a comment; in an attribute they are percent-encoded, because it breaks the tag there.
	$processor = new WP_HTML_Tag_Processor( $content );
	if ( $processor->next_tag( 'p' ) ) {
		foreach ( array( 'heading', 'annotations' ) as $name ) {
			$value = $processor->get_attribute( 'data-' . $name );
			if ( is_string( $value ) ) {
				$attributes[ $name ] = rawurldecode( $value );
			}
		}
	}
	$sentence = tcns_widgets_text( $content );
	if ( tcns_widgets_is_plain() ) {
		return '' === $sentence ? '' : '<p>' . esc_html( $sentence ) . '</p>';
	}
	tcns_widgets_enqueue();
	return sprintf(
		'<div %1$s>%2$s</div>',
		get_block_wrapper_attributes(),
		tcns_widgets_element( $widget, tcns_widgets_attributes( $widget, $attributes ), $sentence )
	);
}

// WordPress leaves blocks that it does not know out of automatic excerpts.
add_filter(
	'excerpt_allowed_blocks',
	function ( $allowed ) {
		foreach ( array_keys( tcns_widgets_list() ) as $widget ) {
			$allowed[] = 'tcns-widgets/' . $widget;
		}
		return $allowed;
	}
);
