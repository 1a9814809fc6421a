"""Russian as people write it: names and posts in every case, dates, numbers, texts as typed."""
