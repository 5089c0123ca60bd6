"""What is made of the pages and is no page: feeds, sitemap, redirects, host files, data to compare."""
