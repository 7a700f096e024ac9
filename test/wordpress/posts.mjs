/** Posts and themes of a site, by WordPress' own functions. */

const quoted = (value) =>
  `json_decode( base64_decode( '${Buffer.from(JSON.stringify(value)).toString('base64')}' ), true )`;
export const contentOf = (site, id) => site.php(`echo get_post( ${id} )->post_content;`);
/** A published post of the author's, stored as WordPress stores an author's. */
export const postOf = (site, title, content) =>
  JSON.parse(
    site.php(`wp_set_current_user( get_user_by( 'login', 'author' )->ID ); kses_init();
      $id = wp_insert_post( wp_slash( array( 'post_title' => ${quoted(title)}, 'post_content' => ${quoted(content)}, 'post_status' => 'publish' ) ) );
      echo wp_json_encode( array( 'id' => $id, 'link' => get_permalink( $id ) ) );`),
  );
export const theme = (site, name) => site.php(`switch_theme( '${name}' );`);
