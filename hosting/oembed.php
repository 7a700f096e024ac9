<?php
/**
 * Answers `oembed.php?url=…` (oembed.com) for every view of `embed.html`, as hosting/oembed.mjs does. Put it
 * anywhere on the server of `embed.html`, and write that folder's address into TCNS_BASE. Needs PHP 7.2 or later
 * and nothing else; no figure is read, and nothing is stored.
 */

// The folder of embed.html, with its slash.
define( 'TCNS_BASE', getenv( 'TCNS_BASE' ) ?: 'https://your.host/tcns/' );

// Made by tools/generate/make-oembed.ts from src/api/oembed.ts: change it there.
// px: the width at which a frame is best, and its height from a width on.
$tcns_frames  = array(
	'campaign-tracker' => array( 720, array( 0 => 2140, 500 => 1840, 600 => 1570, 960 => 980 ) ),
	'coverage-map'     => array( 720, array( 0 => 1170, 500 => 1160, 600 => 1280, 720 => 860 ) ),
	'dashboard'        => array( 960, array( 0 => 2760, 720 => 2430 ) ),
	'kpi-card'         => array( 360, array( 0 => 290, 320 => 262, 500 => 241 ) ),
	'ranking'          => array( 600, array( 0 => 630, 420 => 520 ) ),
	'service-guide'    => array( 720, array( 0 => 1790, 500 => 1470, 600 => 1100 ) ),
	'stat'             => array( 360, array( 0 => 60 ) ),
	'team-roster'      => array( 720, array( 0 => 1320, 500 => 1060 ) ),
	'trend'            => array( 720, array( 0 => 560, 420 => 510 ) ),
);
// px: in less width or height than this a link is the answer.
$tcns_least   = array( 160, 56 );
$tcns_sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';
$tcns_titles  = array(
	'campaign-tracker' => array( 'Chiến dịch', 'Campaign' ),
	'coverage-map'     => array( 'Bản đồ', 'Map' ),
	'dashboard'        => array( 'Bảng tổng hợp', 'Dashboard' ),
	'kpi-card'         => array( 'Thẻ số liệu', 'Figure' ),
	'ranking'          => array( 'Xếp hạng', 'Ranking' ),
	'service-guide'    => array( 'Nội dung hướng dẫn người dân', 'What the teams help with' ),
	'stat'             => array( 'Số liệu trong câu', 'Figure in a sentence' ),
	'team-roster'      => array( 'Danh sách tổ', 'List of teams' ),
	'trend'            => array( 'Diễn biến theo thời gian', 'Figures over time' ),
);
// end of what is made

/** The first parameter of that name in a query; null where there is none. */
function tcns_parameter( $query, $name ) {
	foreach ( explode( '&', $query ) as $tcns_pair ) {
		$tcns_parts = explode( '=', $tcns_pair, 2 );
		if ( urldecode( $tcns_parts[0] ) === $name ) {
			return isset( $tcns_parts[1] ) ? urldecode( $tcns_parts[1] ) : '';
		}
	}
	return null;
}

/** px: a limit as the consumer sends it, also `500px` and `500.5`; what is no number above 0 is none. */
function tcns_limit( $most ) {
	$digits = preg_match( '/^[\0- ]*\+?0*(\d{1,6})(\.\d*)?(px)?[\0- ]*$/iD', (string) $most, $found ) ? (int) $found[1] : 0;
	return $digits > 0 ? $digits : PHP_INT_MAX;
}

/** Text of an address in which every character that has no place there is a percent code. */
function tcns_encoded( $text ) {
	return preg_replace_callback(
		'/[^!#-&(-;=?-~]/',
		function ( $found ) {
			return rawurlencode( $found[0] );
		},
		$text
	);
}

/** Origin, path and query of an address; null for what is none, or no text. */
function tcns_address( $url ) {
	$text = str_replace( '&amp;', '&', preg_replace( '/^[\0- ]+|[\0- ]+$/D', '', $url ) );
	if ( 1 !== preg_match( '//u', $text ) || false !== strpos( $text, "\u{FFFD}" ) ) {
		return null;
	}
	if ( ! preg_match( '~^(https?)://(\[[\da-f:.]+\]|[^/?#@:\\\\\0- ]+)(?::(\d{1,5}))?(/[^?#\\\\\0- ]*)(?:\?([^#]*))?(?:#.*)?$~isD', $text, $found ) ) {
		return null;
	}
	$scheme = strtolower( $found[1] );
	$origin = $scheme . '://' . strtolower( $found[2] );
	if ( '' !== $found[3] && ( 'https' === $scheme ? '443' : '80' ) !== $found[3] ) {
		$origin .= ':' . $found[3];
	}
	return array( $origin, tcns_encoded( $found[4] ), tcns_encoded( isset( $found[5] ) ? $found[5] : '' ) );
}

function tcns_written( $text ) {
	return str_replace( array( '&', '"', '<', '>' ), array( '&amp;', '&quot;', '&lt;', '&gt;' ), $text );
}

function tcns_refuse( $status, $reason ) {
	http_response_code( $status );
	header( 'Content-Type: text/plain; charset=utf-8' );
	header( 'Cache-Control: no-store' );
	echo $status . ' ' . $reason . "\n";
	exit;
}

header( 'Access-Control-Allow-Origin: *' );
header( 'X-Content-Type-Options: nosniff' );

if ( ! in_array( $_SERVER['REQUEST_METHOD'], array( 'GET', 'HEAD' ), true ) ) {
	header( 'Allow: GET, HEAD' );
	tcns_refuse( 405, 'Method Not Allowed' );
}
$tcns_request = isset( $_SERVER['QUERY_STRING'] ) ? $_SERVER['QUERY_STRING'] : '';
if ( ! in_array( (string) tcns_parameter( $tcns_request, 'format' ), array( '', 'json' ), true ) ) {
	tcns_refuse( 501, 'Not Implemented: JSON only' );
}

$tcns_folder  = tcns_address( TCNS_BASE );
$tcns_address = tcns_address( (string) tcns_parameter( $tcns_request, 'url' ) );
$tcns_widget  = '';
if ( $tcns_folder && $tcns_address && $tcns_address[0] === $tcns_folder[0] && 0 === strpos( $tcns_address[1], $tcns_folder[1] )
	&& preg_match( '/^(\d+(\.\d+)*\/)?embed\.html$/D', (string) substr( $tcns_address[1], strlen( $tcns_folder[1] ) ) ) ) {
	// Forgiven as the page itself forgives it.
	$tcns_widget = strtolower( (string) tcns_parameter( $tcns_address[2], 'widget' ) );
	$tcns_widget = preg_replace( array( '/^[\0- ]+|[\0- ]+$/D', '/^tcns-/', '/[\0- _]+/' ), array( '', '', '-' ), $tcns_widget );
}
if ( ! isset( $tcns_frames[ $tcns_widget ] ) ) {
	tcns_refuse( 404, 'Not Found: this is no address of a widget' );
}

$tcns_query   = $tcns_address[2];
$tcns_url     = $tcns_address[0] . $tcns_address[1] . '?' . $tcns_query;
$tcns_english = 1 === preg_match( '/^en\b/i', (string) tcns_parameter( $tcns_query, 'lang' ) );
$tcns_title   = $tcns_titles[ $tcns_widget ][ $tcns_english ? 1 : 0 ] .
	( $tcns_english ? ': figures of community digital technology teams' : ': số liệu tổ công nghệ số cộng đồng' );
$tcns_answer  = array(
	'version'       => '1.0',
	'title'         => $tcns_title,
	'provider_name' => 'tcns-widgets',
	'provider_url'  => $tcns_folder[0] . $tcns_folder[1],
	'cache_age'     => 86400,
);
$tcns_most    = array( tcns_limit( tcns_parameter( $tcns_request, 'maxwidth' ) ), tcns_limit( tcns_parameter( $tcns_request, 'maxheight' ) ) );

// In less room than this not even the shortest form of a widget can be read: the answer is a link.
if ( $tcns_most[0] < $tcns_least[0] || $tcns_most[1] < $tcns_least[1] ) {
	$tcns_answer['type'] = 'link';
} else {
	list( $tcns_best, $tcns_heights ) = $tcns_frames[ $tcns_widget ];

	$tcns_width  = min( $tcns_best, $tcns_most[0] );
	$tcns_height = 0;
	foreach ( $tcns_heights as $tcns_from => $tcns_value ) {
		if ( $tcns_from <= $tcns_width ) {
			$tcns_height = $tcns_value;
		}
	}
	$tcns_height = min( $tcns_height, $tcns_most[1] );
	// The page draws the longest form that fits whole into its frame.
	$tcns_source = null !== tcns_parameter( $tcns_query, 'fit' ) ? $tcns_url : $tcns_url . '&fit=1';

	$tcns_answer['type']   = 'rich';
	$tcns_answer['width']  = $tcns_width;
	$tcns_answer['height'] = $tcns_height;
	$tcns_answer['html']   = sprintf(
		'<blockquote><a href="%1$s" data-no-embed>%2$s</a></blockquote>' . "\n" .
		'<iframe src="%3$s" width="%4$d" height="%5$d" title="%2$s" loading="lazy" frameborder="0" sandbox="%6$s" style="border:0;max-width:100%%"></iframe>',
		tcns_written( $tcns_url ),
		tcns_written( $tcns_title ),
		tcns_written( $tcns_source ),
		$tcns_width,
		$tcns_height,
		$tcns_sandbox
	);
}
header( 'Content-Type: application/json; charset=utf-8' );
header( 'Cache-Control: public, max-age=3600' );
echo json_encode( $tcns_answer, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
