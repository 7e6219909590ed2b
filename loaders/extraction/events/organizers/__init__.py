"""Who organizes, hosts and supports occasions, and who only lends a name."""
