"""`skill review`: the sheet that clinicians sign and the safety file, printable, made from the content and the code."""
