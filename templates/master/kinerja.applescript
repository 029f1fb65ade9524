-- Starts Python for the buttons of kinerja.xlsm. Excel for Mac runs no program by itself, only a
-- script that stands in ~/Library/Application Scripts/com.microsoft.Excel/ ("mulai.py pasang").
-- Answers "jalan", or "tidak ada" if there is no Python; it does not wait for Python.

on jalankan(pesan)
	set {perintah, pilihan, tempat, buku} to paragraphs of pesan
	set rumah to do shell script "echo $HOME"
	set calon to {rumah & "/Kinerja/venv/bin/python", tempat & "/.venv/bin/python", tempat & "/../.venv/bin/python", pilihan}
	repeat with satu in calon
		set python to satu as text
		if ada(python) then
			do shell script (quoted form of python) & " -I -m kinerja.buttons " & (quoted form of perintah) & " " & (quoted form of ("--wb=" & buku)) & " --from_xl=1 > /dev/null 2> \"$HOME/Library/Logs/kinerja.log\" &"
			return "jalan"
		end if
	end repeat
	return "tidak ada"
end jalankan

on ada(jalur)
	try
		do shell script "test -x " & (quoted form of jalur) & " && test -f " & (quoted form of jalur)
		return true
	on error
		return false
	end try
end ada
