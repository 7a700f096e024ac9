<?php
/**
 * A widget at an address of the site's own, `/?tcns-widgets=kpi-card&area=48@2008&indicator=teams`:
 * opened it is a page, in a frame just the widget, and on a line of its own in a post it becomes the
 * widget. Other sites find its oEmbed document. The address names no source and no words: figures come
 * from the site's API alone.
 *
 * @package TcnsWidgets
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The beginning of such an address.
 *
 * @return string
 */
function tcns_widgets_embed_address() {
	return home_url( '/?tcns-widgets=' );
}

/**
 * What an address asks for.
 *
 * @param string $url An address.
 * @return array{0: string, 1: array}|null Name of the widget and its attributes.
 */
function tcns_widgets_read_address( $url ) {
	$query = wp_parse_url( html_entity_decode( $url, ENT_QUOTES, 'UTF-8' ), PHP_URL_QUERY );
	wp_parse_str( (string) $query, $given );
	$widget = isset( $given['tcns-widgets'] ) && is_string( $given['tcns-widgets'] ) ? $given['tcns-widgets'] : '';
	if ( ! isset( tcns_widgets_list()[ $widget ] ) ) {
		return null;
	}
	// Words that would stand on the screen are nobody's to put into an address.
	unset( $given['heading'], $given['annotations'] );
	$attributes = array();
	foreach ( tcns_widgets_attributes( $widget, $given ) as $name => $value ) {
		if ( '' === $value || preg_match( '/^[\p{L}\p{M}\p{N}@._,\' -]{1,160}$/u', $value ) ) {
			$attributes[ $name ] = $value;
		}
	}
	return array( $widget, $attributes );
}

/**
 * The frame for an address.
 *
 * @param string $url   An address of {@see tcns_widgets_embed_address()}.
 * @param string $title What the frame shows.
 * @return string HTML.
 */
function tcns_widgets_frame( $url, $title ) {
	return sprintf(
		'<iframe class="wp-embedded-content" src="%1$s" title="%2$s" width="600" height="300" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>',
		esc_url( $url ),
		esc_attr( $title )
	);
}

add_action(
	'init',
	function () {
		wp_embed_register_handler(
			'tcns-widgets',
			'#^' . preg_quote( tcns_widgets_embed_address(), '#' ) . '[^\s"<>]+$#i',
			'tcns_widgets_embed_handler'
		);
	}
);

/**
 * The site's own provider: an address on a line of its own.
 *
 * @param array $matches The match of the address.
 * @return string HTML.
 */
function tcns_widgets_embed_handler( $matches ) {
	$asked = tcns_widgets_read_address( $matches[0] );
	if ( null === $asked ) {
		return sprintf( '<a href="%1$s">%2$s</a>', esc_url( $matches[0] ), esc_html( $matches[0] ) );
	}
	list( $widget, $attributes ) = $asked;
	$title                       = tcns_widgets_list()[ $widget ]['title'];
	// The editor's preview is a page without the site's scripts.
	if ( wp_is_serving_rest_request() || is_admin() ) {
		return tcns_widgets_frame( $matches[0], $title );
	}
	if ( tcns_widgets_is_plain() ) {
		return sprintf( '<a href="%1$s">%2$s</a>', esc_url( $matches[0] ), esc_html( $title ) );
	}
	tcns_widgets_enqueue();
	return tcns_widgets_element( $widget, $attributes, $title );
}

// A page of one widget.
add_action(
	'template_redirect',
	function () {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- An address that anybody may open and that changes nothing.
		if ( ! isset( $_GET['tcns-widgets'] ) || ! is_front_page() && ! is_home() ) {
			return;
		}
		// phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- Read by tcns_widgets_read_address(), which takes known words only.
		$query = isset( $_SERVER['QUERY_STRING'] ) ? wp_unslash( $_SERVER['QUERY_STRING'] ) : '';
		$url   = home_url( '/?' . $query );
		$asked = tcns_widgets_read_address( $url );
		status_header( $asked ? 200 : 404 );
		header( 'X-Robots-Tag: noindex' );
		tcns_widgets_embed_page( $url, $asked );
		exit;
	},
	0
);

/**
 * Prints the page of one widget.
 *
 * @param string     $url   Its address.
 * @param array|null $asked What the address asks for.
 */
function tcns_widgets_embed_page( $url, $asked ) {
	$settings = array_filter( tcns_widgets_settings() );
	$title    = $asked ? tcns_widgets_list()[ $asked[0] ]['title'] : __( 'There is no such widget.', 'tcns-widgets' );
	$data     = array();
	foreach ( $settings as $name => $value ) {
		$data[ 'data-' . $name ] = $value;
	}
	?>
<!doctype html>
<html <?php language_attributes(); ?>>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title><?php echo esc_html( $title ); ?></title>
	<?php if ( $asked ) : ?>
<link rel="alternate" type="application/json+oembed" href="<?php echo esc_url( add_query_arg( 'url', rawurlencode( $url ), rest_url( 'tcns-widgets/v1/oembed' ) ) ); ?>">
	<?php endif; ?>
<link rel="stylesheet" href="<?php echo esc_url( plugins_url( 'assets/frame.css', TCNS_WIDGETS_FILE ) . '?ver=' . TCNS_WIDGETS_VERSION ); ?>"><?php // phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedStylesheet -- A page without a theme. ?>

	<?php
	// Through WordPress' own function, because the site's hook for a nonce is called there.
	wp_print_script_tag( array( 'src' => tcns_widgets_base() . 'tcns.js' ) + $data );
	wp_print_script_tag( array( 'src' => plugins_url( 'assets/frame.js', TCNS_WIDGETS_FILE ) . '?ver=' . TCNS_WIDGETS_VERSION, 'defer' => true ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
	?>
</head>
<body>
	<?php
	if ( $asked ) {
		// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped by tcns_widgets_element().
		echo tcns_widgets_element( $asked[0], $asked[1], $title );
	} else {
		echo '<p>' . esc_html( $title ) . '</p>';
	}
	?>
</body>
</html>
	<?php
}

add_action(
	'rest_api_init',
	function () {
		register_rest_route(
			'tcns-widgets/v1',
			'/oembed',
			array(
				'methods'             => 'GET',
				'callback'            => 'tcns_widgets_oembed',
				// Anybody: it says no more than the address that was asked for.
				'permission_callback' => '__return_true',
				'args'                => array(
					'url'      => array(
						'type'     => 'string',
						'format'   => 'uri',
						'required' => true,
					),
					'maxwidth' => array(
						'type'    => 'integer',
						'default' => 600,
						'minimum' => 120,
						'maximum' => 2000,
					),
				),
			)
		);
	}
);

/**
 * The oEmbed document of an address.
 *
 * @param WP_REST_Request $request The request.
 * @return array|WP_Error
 */
function tcns_widgets_oembed( $request ) {
	$url   = (string) $request['url'];
	$asked = 0 === strpos( $url, tcns_widgets_embed_address() ) ? tcns_widgets_read_address( $url ) : null;
	if ( null === $asked ) {
		return new WP_Error( 'tcns_widgets_address', __( 'There is no such widget.', 'tcns-widgets' ), array( 'status' => 404 ) );
	}
	$title = tcns_widgets_list()[ $asked[0] ]['title'];
	// Rebuilt from what was read: nothing of a stranger's address is repeated.
	$own = add_query_arg( array_map( 'rawurlencode', array( 'tcns-widgets' => $asked[0] ) + $asked[1] ), home_url( '/' ) );
	return array(
		'version'       => '1.0',
		'type'          => 'rich',
		'provider_name' => get_bloginfo( 'name' ),
		'provider_url'  => home_url( '/' ),
		'title'         => $title,
		'width'         => min( 600, (int) $request['maxwidth'] ),
		'height'        => 300,
		'html'          => sprintf( '<blockquote class="wp-embedded-content"><a href="%1$s">%2$s</a></blockquote>', esc_url( $own ), esc_html( $title ) ) . tcns_widgets_frame( $own, $title ),
	);
}
