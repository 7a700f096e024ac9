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
 * Sizes of frames and what they may do, as the library's other oEmbed answers have them.
 *
 * @return array `least`, `sandbox`, `frames`.
 */
function tcns_widgets_frame_rules() {
	static $rules;
	if ( null === $rules ) {
		$rules = require TCNS_WIDGETS_DIR . 'includes/frames.php';
	}
	return $rules;
}

/**
 * The size of a frame in the room that there is.
 *
 * @param string $widget    Name of a widget.
 * @param mixed  $maxwidth  The most px, also `500px` and `500.5`; what is no number above 0 is no limit.
 * @param mixed  $maxheight The same.
 * @return int[]|null Width and height in px; null where not even the shortest form has room.
 */
function tcns_widgets_frame_size( $widget, $maxwidth = '', $maxheight = '' ) {
	$rules = tcns_widgets_frame_rules();
	$most  = array();
	foreach ( array( $maxwidth, $maxheight ) as $limit ) {
		$digits = is_scalar( $limit ) && preg_match( '/^[\0- ]*\+?0*(\d{1,6})(\.\d*)?(px)?[\0- ]*$/iD', (string) $limit, $found ) ? (int) $found[1] : 0;
		$most[] = $digits > 0 ? $digits : PHP_INT_MAX;
	}
	if ( $most[0] < $rules['least'][0] || $most[1] < $rules['least'][1] ) {
		return null;
	}
	list( $best, $heights ) = $rules['frames'][ $widget ];
	$width                  = min( $best, $most[0] );
	$height                 = 0;
	foreach ( $heights as $from => $value ) {
		if ( $from <= $width ) {
			$height = $value;
		}
	}
	return array( $width, min( $height, $most[1] ) );
}

/**
 * The frame for an address. Its page draws the longest form that stands whole in it.
 *
 * @param string $url   An address of {@see tcns_widgets_embed_address()}.
 * @param string $title What the frame shows.
 * @param int[]  $size  What {@see tcns_widgets_frame_size()} returned.
 * @return string HTML.
 */
function tcns_widgets_frame( $url, $title, array $size ) {
	return sprintf(
		'<iframe src="%1$s" width="%3$d" height="%4$d" title="%2$s" loading="lazy" frameborder="0" sandbox="%5$s" style="border:0;max-width:100%%"></iframe>',
		esc_url( add_query_arg( 'fit', '1', $url ) ),
		esc_attr( $title ),
		$size[0],
		$size[1],
		esc_attr( tcns_widgets_frame_rules()['sandbox'] )
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
 * @param array $room    `width` and `height` of the place, px.
 * @return string HTML.
 */
function tcns_widgets_embed_handler( $matches, $room = array() ) {
	$asked = tcns_widgets_read_address( $matches[0] );
	if ( null === $asked ) {
		return sprintf( '<a href="%1$s">%2$s</a>', esc_url( $matches[0] ), esc_html( $matches[0] ) );
	}
	list( $widget, $attributes ) = $asked;
	$title                       = tcns_widgets_list()[ $widget ]['title'];
	$size                        = tcns_widgets_frame_size( $widget, $room['width'] ?? '', $room['height'] ?? '' );
	// The editor's preview is a page without the site's scripts.
	if ( $size && ( wp_is_serving_rest_request() || is_admin() ) ) {
		return tcns_widgets_frame( $matches[0], $title, $size );
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
	// Through WordPress' own function, because the site's hook for a nonce is called there. The frame's script stands
	// before the widgets', because it waits for their figures.
	wp_print_script_tag(
		array(
			'src'        => plugins_url( 'assets/frame.js', TCNS_WIDGETS_FILE ) . '?ver=' . TCNS_WIDGETS_VERSION,
			'data-whole' => __( 'See all of it', 'tcns-widgets' ),
		)
	);
	wp_print_script_tag( array( 'src' => tcns_widgets_base() . 'tcns.js' ) + $data );
	?>
</head>
<body>
<main id="main">
	<?php
	if ( $asked ) {
		// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped by tcns_widgets_element().
		echo tcns_widgets_element( $asked[0], $asked[1], $title );
	} else {
		echo '<p>' . esc_html( $title ) . '</p>';
	}
	?>
</main>
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
					'url'       => array(
						'type'     => 'string',
						'format'   => 'uri',
						'required' => true,
					),
					// Texts, because what is no number above 0 is no limit and no reason to refuse.
					'maxwidth'  => array(
						'type'    => 'string',
						'default' => '',
					),
					'maxheight' => array(
						'type'    => 'string',
						'default' => '',
					),
					'format'    => array(
						'type'    => 'string',
						'default' => 'json',
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
	if ( ! in_array( $request['format'], array( '', 'json' ), true ) ) {
		return new WP_Error( 'tcns_widgets_format', 'Not Implemented: JSON only', array( 'status' => 501 ) );
	}
	$url   = (string) $request['url'];
	$asked = 0 === strpos( $url, tcns_widgets_embed_address() ) ? tcns_widgets_read_address( $url ) : null;
	if ( null === $asked ) {
		return new WP_Error( 'tcns_widgets_address', __( 'There is no such widget.', 'tcns-widgets' ), array( 'status' => 404 ) );
	}
	$title  = tcns_widgets_list()[ $asked[0] ]['title'];
	$answer = array(
		'version'       => '1.0',
		'title'         => $title,
		'provider_name' => get_bloginfo( 'name' ),
		'provider_url'  => home_url( '/' ),
		'cache_age'     => 86400,
	);
	$size   = tcns_widgets_frame_size( $asked[0], $request['maxwidth'], $request['maxheight'] );
	if ( null === $size ) {
		return $answer + array( 'type' => 'link' );
	}
	// Rebuilt from what was read: nothing of a stranger's address is repeated.
	$own = add_query_arg( array_map( 'rawurlencode', array( 'tcns-widgets' => $asked[0] ) + $asked[1] ), home_url( '/' ) );
	// Other sites show the quote until the frame has said its height, where it has no attributes.
	$quote = sprintf( '<blockquote><a href="%1$s" data-no-embed>%2$s</a></blockquote>', esc_url( $own ), esc_html( $title ) );
	return $answer + array(
		'type'   => 'rich',
		'width'  => $size[0],
		'height' => $size[1],
		'html'   => $quote . "\n" . tcns_widgets_frame( $own, $title, $size ),
	);
}
