"""What exports of «ЭлЖур» brought: the log, facts, whose they are, how one import meets another (A IV.1.3)."""
