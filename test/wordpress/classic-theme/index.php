<?php
/**
 * A theme of the old kind: templates in PHP, one column.
 *
 * @package TcnsWidgetsTest
 */

?>
<!doctype html>
<html <?php language_attributes(); ?>>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<?php wp_head(); ?>
</head>
<body <?php body_class(); ?>>
<main class="column">
<?php while ( have_posts() ) : ?>
	<?php the_post(); ?>
	<article>
		<h1><?php the_title(); ?></h1>
		<div class="entry-content">
			<?php is_singular() ? the_content() : the_excerpt(); ?>
		</div>
	</article>
<?php endwhile; ?>
</main>
<?php wp_footer(); ?>
</body>
</html>
